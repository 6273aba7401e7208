import type { Service } from '../catalogue/service.ts'
import { type PathStep, parsePath } from './change-path.ts'
import { placed, placeOf, type ServiceChange, type ServicesDiff } from './diff-services.ts'

/**
 * Applies a diff to the catalogue that it was made from, and returns the catalogue that it was made for. What has not changed is
 * taken over as it is; nothing that is given is altered.
 *
 * @throws {TypeError} if the diff names a service or a place that the catalogue does not have.
 *
 * @example
 * ```ts
 * const parsed = rate => parseServices('panel', [{ service: 1, name: 'Views', rate, min: '50', max: '9000' }]).services
 * const diff = diffServices(parsed('0.90'), parsed('0.95'))
 * applyServicesDiff(parsed('0.90'), diff)[0].tiers[0].price // '0.95'
 * ```
 */
export function applyServicesDiff(before: readonly Service[], diff: ServicesDiff): readonly Service[] {
  const places = placed(before, 'before')
  const services = new Map([...places].map(([place, { service }]) => [place, service]))
  const counts = new Map<string, number>()
  for (const { id } of before) counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const { id, occurrence = 0, changes } of diff.changed) {
    const place = placeOf(id, occurrence)
    services.set(place, applyChanges(known(services.get(place), id), changes))
  }
  // Of those that share an id, the last ones went, and what came stands behind them.
  for (const { id } of diff.removed) {
    const last = (counts.get(id) ?? 0) - 1
    known(services.get(placeOf(id, last)), id)
    services.delete(placeOf(id, last))
    counts.set(id, last)
  }
  for (const service of diff.added) {
    const count = counts.get(service.id) ?? 0
    services.set(placeOf(service.id, count), service)
    counts.set(service.id, count + 1)
  }
  return diff.order === undefined ? [...services.values()] : inOrder(services, diff.order)
}

function inOrder(services: ReadonlyMap<string, Service>, order: readonly string[]): readonly Service[] {
  const counts = new Map<string, number>()
  return order.map(id => {
    const occurrence = counts.get(id) ?? 0
    counts.set(id, occurrence + 1)
    return known(services.get(placeOf(id, occurrence)), id)
  })
}

function known(service: Service | undefined, id: string): Service {
  if (service === undefined) throw new TypeError(`applyServicesDiff: the catalogue has no such service ${id}`)
  return service
}

function applyChanges(service: Service, changes: readonly ServiceChange[]): Service {
  const copies = new Set<object>()
  const changed = changes.reduce<unknown>((value, change) => {
    const steps = parsePath(change.path)
    const next = withChange(value, steps, change, { isExtra: steps[0] === 'extra', copies })
    if (next === undefined)
      throw new TypeError(`applyServicesDiff: service ${service.id} has no place ${change.path}`)
    return next
  }, service)
  // A diff is made of two services, so what it makes of the first is the second.
  return changed as Service
}

interface Application {
  readonly isExtra: boolean
  /** What has been copied already, and is nobody else's: a list of which every item changes is copied once. */
  readonly copies: Set<object>
}

/**
 * Returns a copy with the change in it, or `undefined` if the value has no such place. Only what lies on the path is copied, and nothing
 * that was given is altered: parts that are equal may be one object, such as the empty options of several params.
 */
function withChange(
  value: unknown,
  [step, ...rest]: readonly PathStep[],
  change: ServiceChange,
  application: Application,
): unknown {
  if (typeof value !== 'object' || value === null || step === undefined) return undefined
  if (Array.isArray(value) !== (typeof step === 'number')) return undefined
  if (rest.length === 0) return withPart(value, step, change.after, change.before === undefined, application)
  const part = Object.getOwnPropertyDescriptor(value, step)?.value
  const next = withChange(part, rest, change, application)
  return next === undefined ? undefined : withPart(value, step, next, false, application)
}

/** Puts a part in its place, or takes it out if it is `undefined`. A new item of a list moves those behind it. */
function withPart(
  value: object,
  step: PathStep,
  part: unknown,
  isNew: boolean,
  { isExtra, copies }: Application,
): object {
  const copy = copies.has(value) ? value : copyOf(value)
  copies.add(copy)
  if (Array.isArray(copy)) copy.splice(Number(step), isNew ? 0 : 1, ...(part === undefined ? [] : [part]))
  else if (part === undefined && isExtra) Reflect.deleteProperty(copy, step)
  // An assignment to `__proto__` would make no field.
  else
    Object.defineProperty(copy, step, { configurable: true, enumerable: true, writable: true, value: part })
  return copy
}

function copyOf(value: object): object {
  return Array.isArray(value) ? [...value] : Object.fromEntries(Object.entries(value))
}
