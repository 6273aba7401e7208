import type { Service, Tier } from '../catalogue/service.ts'
import { printPath } from './change-path.ts'
import { compareValues, type Difference } from './compare-values.ts'

/** What differs between two states of a catalogue. It is empty if nothing does. */
export interface ServicesDiff {
  /** By id, as the other two lists. */
  readonly added: readonly Service[]
  readonly removed: readonly Service[]
  readonly changed: readonly ChangedService[]
  /** The ids as they stand now, if that is not as they stood, those that were added last. */
  readonly order?: readonly string[]
}

export interface ChangedService {
  readonly id: string
  /** Of services with the same id, which one: 1 for the second. Absent for the first. */
  readonly occurrence?: number
  readonly changes: readonly [ServiceChange, ...ServiceChange[]]
}

/** One field of a service that has changed, or an item of a list that came (`before` is undefined) or went (`after` is). */
export interface ServiceChange {
  /** Where in the service, such as `tiers[1].price`. Of an item that went, its place before; of any other, its place now. */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
  /** Of a tier's price, the quantities that it is for. */
  readonly range?: Pick<Tier, 'minimum' | 'maximum'>
}

/**
 * Compares two states of a catalogue by the services' ids. All lists are in the order of the ids (numbers by their size), so that the
 * same catalogues give the same diff in whatever order they come. Services that share an id are compared in the order in which they
 * stand. Tiers are matched by their minimum, params by name and options by value.
 *
 * @throws {TypeError} if either is no list.
 *
 * @example
 * ```ts
 * const parsed = rate => parseServices('panel', [{ service: 1, name: 'Views', rate, min: '50', max: '9000' }]).services
 * diffServices(parsed('0.90'), parsed('0.95')).changed[0].changes // [{ path: 'tiers[0].price', before: '0.9', after: '0.95', range: { minimum: '50', maximum: '9000' } }]
 * diffServices(parsed('0.90'), []).removed.map(service => service.id) // ['1']
 * diffServices(parsed('0.90'), parsed('0.9')) // { added: [], removed: [], changed: [] }
 * ```
 */
export function diffServices(before: readonly Service[], after: readonly Service[]): ServicesDiff {
  const [old, now] = [placed(before, 'before'), placed(after, 'after')]
  const added = sorted([...now.values()].filter(({ place }) => !old.has(place)))
  const removed = sorted([...old.values()].filter(({ place }) => !now.has(place)))
  const changed = sorted([...now.values()]).flatMap(
    ({ place, service, occurrence }): readonly ChangedService[] => {
      const [change, ...others] = changesOf(old.get(place)?.service ?? service, service)
      if (change === undefined) return []
      const which = occurrence === 0 ? {} : { occurrence }
      return [{ id: service.id, ...which, changes: [change, ...others] }]
    },
  )
  const expected = [...[...old.keys()].filter(place => now.has(place)), ...added.map(({ place }) => place)]
  const isMoved = [...now.keys()].some((place, index) => place !== expected[index])
  return {
    added: added.map(({ service }) => service),
    removed: removed.map(({ service }) => service),
    changed,
    ...(isMoved ? { order: after.map(({ id }) => id) } : {}),
  }
}

/** A service with its place among those of its id. */
export interface PlacedService {
  /** Unique: the occurrence and the id. */
  readonly place: string
  readonly service: Service
  /** From 0. */
  readonly occurrence: number
}

/** Returns the services by their places, in the order of the list. */
export function placed(services: readonly Service[], what: string): ReadonlyMap<string, PlacedService> {
  if (!Array.isArray(services)) throw new TypeError(`${what} must be a list of services`)
  const counts = new Map<string, number>()
  const places = new Map<string, PlacedService>()
  for (const service of services) {
    const occurrence = counts.get(service.id) ?? 0
    counts.set(service.id, occurrence + 1)
    const place = placeOf(service.id, occurrence)
    places.set(place, { place, service, occurrence })
  }
  return places
}

export function placeOf(id: string, occurrence: number): string {
  return `${occurrence} ${id}`
}

function sorted(services: readonly PlacedService[]): readonly PlacedService[] {
  return services.toSorted(
    (left, right) => compareIds(left.service.id, right.service.id) || left.occurrence - right.occurrence,
  )
}

/** Compares two ids: numbers first, by their size, then the others as texts. */
function compareIds(left: string, right: string): number {
  const [isNumber, isOtherNumber] = [wholeNumber.test(left), wholeNumber.test(right)]
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1
  if (isNumber && left.length !== right.length) return left.length - right.length
  if (left === right) return 0
  return left < right ? -1 : 1
}

const wholeNumber = /^(?:0|[1-9]\d*)$/

function changesOf(before: Service, after: Service): readonly ServiceChange[] {
  return compareValues(before, after, []).map(difference => changeOf(difference, after))
}

function changeOf({ steps, before, after }: Difference, { tiers }: Service): ServiceChange {
  const change = { path: printPath(steps), before, after }
  const [list, index, field] = steps
  const tier = list === 'tiers' && typeof index === 'number' ? tiers[index] : undefined
  if (tier === undefined || (field !== 'price' && field !== 'pricingPer')) return change
  return { ...change, range: { minimum: tier.minimum, maximum: tier.maximum } }
}
