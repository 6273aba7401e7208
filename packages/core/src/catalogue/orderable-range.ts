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
  const step = wholeStep(fraction(service.increment))
  if (step === undefined) return undefined
  const ranges = service.tiers.flatMap(tier => rangeIn(tier, service.minimum, step) ?? [])
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
    first,
  )
  const max = whole.greatest === undefined ? {} : { max: whole.greatest.toString() }
  return { min: whole.least.toString(), ...max, increment: step.toString() }
}

interface WholeRange {
  readonly least: bigint
  /** Absent if there is no upper end. */
  readonly greatest: bigint | undefined
}

function rangeIn({ minimum, maximum }: Tier, serviceMinimum: string, step: bigint): WholeRange | undefined {
  const [low, high] = [fraction(minimum), fraction(serviceMinimum)]
  const least = greater(ceilTo(isLess(low, high) ? high : low, step), step)
  const greatest = maximum === undefined ? undefined : floorTo(fraction(maximum), step)
  return greatest !== undefined && greatest < least ? undefined : { least, greatest }
}

function lesser(left: bigint, right: bigint): bigint {
  return right < left ? right : left
}

function greater(left: bigint, right: bigint): bigint {
  return left < right ? right : left
}
