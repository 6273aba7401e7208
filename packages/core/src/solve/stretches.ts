import { tierRanges } from '../catalogue/orderable-range.ts'
import type { Service, Tier } from '../catalogue/service.ts'
import { given } from '../money/decimal-argument.ts'

/**
 * Orderable quantities that are priced by one tier and have no gap between them: `first` × step, the next multiple of the step, and so
 * on to `last` × step.
 */
export interface Stretch {
  readonly tier: Tier
  readonly first: bigint
  /** Absent if there is no upper end. */
  readonly last: bigint | undefined
}

/** All orderable quantities of a service, from the least to the greatest. */
export interface Stretches {
  /** Every orderable quantity is a multiple of it, and it is at least 1. */
  readonly step: bigint
  readonly list: readonly Stretch[]
}

/**
 * Divides the orderable quantities of a service into stretches, each with the tier that counts there: of tiers that overlap, the first
 * listed. A package is ordered once. A service that charges later takes no quantity. The work grows with the number of tiers alone.
 *
 * @throws {TypeError} if the service is no object.
 */
export function stretchesOf(service: Service): Stretches {
  if (typeof service !== 'object' || service === null) {
    throw new TypeError(`the service must be one of parseServices, was given ${given(service)}`)
  }
  const { kind } = service.quantitySource
  if (kind === 'later') return { step: 1n, list: [] }
  if (kind === 'one') {
    const { ranges } = tierRanges({ minimum: '1', increment: '1', tiers: service.tiers })
    const range = ranges.find(({ least }) => least === 1n)
    return { step: 1n, list: range === undefined ? [] : [{ tier: range.tier, first: 1n, last: 1n }] }
  }
  const { step, ranges } = tierRanges(service)
  const claims = ranges.map(({ tier, least, greatest }) => ({
    tier,
    first: least / step,
    last: greatest === undefined ? undefined : greatest / step,
  }))
  return { step, list: withoutOverlaps(claims) }
}

/**
 * Gives each quantity to the first stretch that claims it. The ends of all stretches cut the quantities into cells; each stretch takes
 * the cells inside it that are still free. A cell that is taken points beyond itself, so that no cell is looked at for every stretch.
 */
function withoutOverlaps(claims: readonly Stretch[]): readonly Stretch[] {
  const ends = claims.flatMap(({ first, last }) => (last === undefined ? [first] : [first, last + 1n]))
  const cuts = [...new Set(ends)].sort((left, right) => (left < right ? -1 : 1))
  const indexes = new Map(cuts.map((cut, index) => [cut, index]))
  const takers: (Stretch | undefined)[] = cuts.map(() => undefined)
  const nextFree: number[] = []
  for (const claim of claims) {
    const end = claim.last === undefined ? cuts.length : (indexes.get(claim.last + 1n) ?? cuts.length)
    for (let cell = freeFrom(nextFree, indexes.get(claim.first) ?? end); cell < end; ) {
      takers[cell] = claim
      nextFree[cell] = cell + 1
      cell = freeFrom(nextFree, cell + 1)
    }
  }
  return joined(cuts, takers)
}

/** Returns the first free cell from `start` on, and shortens the way there. */
function freeFrom(nextFree: number[], start: number): number {
  let free = start
  for (let next = nextFree[free] ?? free; next !== free; next = nextFree[free] ?? free) free = next
  for (let cell = start; cell !== free; ) {
    const next = nextFree[cell] ?? free
    nextFree[cell] = free
    cell = next
  }
  return free
}

/** Joins neighbouring cells that one stretch has taken. */
function joined(cuts: readonly bigint[], takers: readonly (Stretch | undefined)[]): readonly Stretch[] {
  const list: { readonly tier: Tier; readonly first: bigint; last: bigint | undefined }[] = []
  let previous: Stretch | undefined
  for (const [cell, first] of cuts.entries()) {
    const taker = takers[cell]
    const next = cuts[cell + 1]
    const last = next === undefined ? undefined : next - 1n
    const open = list.at(-1)
    if (taker === previous && open !== undefined) open.last = last
    else if (taker !== undefined) list.push({ tier: taker.tier, first, last })
    previous = taker
  }
  return list
}
