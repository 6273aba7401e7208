import { Decimal, parseNumeric } from '@orderwright/core'

export interface Balances {
  /** Decimal strings; `undefined` if nobody looked. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** What the order would have cost. */
  readonly cost: string
}

export interface ComparedBalances {
  /** A hint, no proof: other orders, refunds and payments move the balance too. */
  readonly suggests: 'placed' | 'not_placed' | 'nothing'
  /** By how much the balance fell, a decimal string; `undefined` if it is not known. */
  readonly fell: string | undefined
}

/**
 * Returns what the balance before and after an order of unknown outcome suggests, for upstreams that list no orders:
 * the person decides.
 *
 * @example
 * ```ts
 * compareBalances({ before: '20.00', after: '17.50', cost: '2.5' }) // { suggests: 'placed', fell: '2.5' }
 * ```
 */
export function compareBalances({ before, after, cost }: Balances): ComparedBalances {
  const [was, is, price] = [before, after, cost].map(text => parseNumeric(text ?? ''))
  if (was === undefined || is === undefined || price === undefined)
    return { suggests: 'nothing', fell: undefined }
  const fell = was.minus(is)
  // The least difference that these figures can show; cents may be printed without their last zeros, and what comes after
  // so many places is the error of a binary float.
  const places = Math.min(mostPlaces, Math.max(2, was.decimalPlaces(), is.decimalPlaces()))
  const unit = new Decimal(10).pow(-places)
  const shown = fell.toDecimalPlaces(places)
  return { suggests: price.lt(unit) ? 'nothing' : suggestion(shown, price, unit), fell: shown.toFixed() }
}

/** Panels show charges with 11 places at most, and a double of a balance in thousands is right to 11. */
const mostPlaces = 11

function suggestion(fell: Decimal, price: Decimal, unit: Decimal): ComparedBalances['suggests'] {
  if (fell.isZero()) return 'not_placed'
  return fell.minus(price).abs().lt(unit) ? 'placed' : 'nothing'
}
