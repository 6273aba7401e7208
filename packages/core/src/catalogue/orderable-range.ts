import { ceilTo, floorTo, fraction, isLess, wholeStep } from '../money/fraction.ts'
import type { Service, Tier } from './service.ts'

/** The quantities that can be ordered, as decimal strings: every bound is one of them. */
export interface OrderableRange {
  readonly min: string
  /** Absent if there is no upper end. */
  readonly max?: string
  /** Every orderable quantity is a multiple of it. Between the ends, tiers may leave gaps. */
  readonly increment: string
}

type Ordered = Pick<Service, 'minimum' | 'increment' | 'tiers' | 'quantitySource'>

/**
 * Returns the least and the greatest quantity that the service can be ordered in, or `undefined` if it cannot be ordered
 * in any. The service's own minimum need not be one: it may be no multiple of the increment, or lie outside every tier.
 *
 * @example
 * ```ts
 * const service = {
 *   minimum: '150', increment: '100', quantitySource: { kind: 'given' },
 *   tiers: [{ minimum: '1', maximum: '1050', pricingPer: '1000', price: '2.5' }],
 * }
 * orderableRange(service) // { min: '200', max: '1000', increment: '100' }
 * orderableRange({ ...service, minimum: '1001' }) // undefined
 * ```
 */
export function orderableRange(service: Ordered): OrderableRange | undefined {
  if (service.quantitySource.kind === 'one') return { min: '1', max: '1', increment: '1' }
  const { step, ranges } = tierRanges(service)
  const [first, ...others] = ranges
  if (first === undefined) return undefined
  const whole = others.reduce(
    (range, { least, greatest }) => ({
      least: lesser(least, range.least),
      greatest:
        greatest === undefined || range.greatest === undefined
          ? undefined
          : greater(greatest, range.greatest),
    }),
    { least: first.least, greatest: first.greatest },
  )
  const max = whole.greatest === undefined ? {} : { max: whole.greatest.toString() }
  return { min: whole.least.toString(), ...max, increment: step.toString() }
}

/** The orderable quantities of one tier, whatever other tiers contain them: the multiples of the service's step between two of them. */
export interface TierRange {
  readonly tier: Tier
  readonly least: bigint
  /** Absent if there is no upper end. */
  readonly greatest: bigint | undefined
}

/**
 * Returns the ranges of the tiers that have an orderable quantity, as listed, for a service whose quantity is given or counted, and the
 * least whole number that is a multiple of its increment.
 */
export function tierRanges({ minimum, increment, tiers }: Omit<Ordered, 'quantitySource'>): {
  readonly step: bigint
  readonly ranges: readonly TierRange[]
} {
  const step = wholeStep(fraction(increment))
  if (step === undefined) return { step: 1n, ranges: [] }
  return { step, ranges: tiers.flatMap(tier => rangeIn(tier, minimum, step) ?? []) }
}

function rangeIn(tier: Tier, serviceMinimum: string, step: bigint): TierRange | undefined {
  const [low, high] = [fraction(tier.minimum), fraction(serviceMinimum)]
  const least = greater(ceilTo(isLess(low, high) ? high : low, step), step)
  const greatest = tier.maximum === undefined ? undefined : floorTo(fraction(tier.maximum), step)
  return greatest !== undefined && greatest < least ? undefined : { tier, least, greatest }
}

function lesser(left: bigint, right: bigint): bigint {
  return right < left ? right : left
}

function greater(left: bigint, right: bigint): bigint {
  return left < right ? right : left
}
