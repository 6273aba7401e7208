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
  const copy = structuredClone(service)
  for (const change of changes) applyChange(copy, change)
  return copy
}

function applyChange(service: Service, { path, before, after }: ServiceChange): void {
  const steps = parsePath(path)
  const last = steps.at(-1)
  const parent = steps.slice(0, -1).reduce<unknown>(field, service)
  if (Array.isArray(parent) && typeof last === 'number') {
    parent.splice(
      last,
      before === undefined ? 0 : 1,
      ...(after === undefined ? [] : [structuredClone(after)]),
    )
  } else if (typeof parent === 'object' && parent !== null && typeof last === 'string') {
    set(parent, last, after, steps)
  } else throw new TypeError(`applyServicesDiff: service ${service.id} has no place ${path}`)
}

function field(value: unknown, step: PathStep): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  return Reflect.get(value, step)
}

/** A field of `extra` that went is no longer there; any other is there and undefined. A name like `__proto__` is a field too. */
function set(parent: object, name: string, value: unknown, steps: readonly PathStep[]): void {
  if (value === undefined && steps[0] === 'extra') Reflect.deleteProperty(parent, name)
  else {
    const field = { value: structuredClone(value), writable: true, enumerable: true, configurable: true }
    Object.defineProperty(parent, name, field)
  }
}
