import type { FoundOrder } from '@orderwright/client'
import { Decimal, parseNumeric } from '@orderwright/core'
import { type OrderRecord, orderIdOf } from '../record/order-record.ts'
import { chargedBy, hasEndedEarly, namedRefund } from './charged.ts'

/** What was ordered and delivered, over all runs. */
export interface Pieces {
  readonly ordered: Decimal
  readonly delivered: Decimal
  readonly remains: Decimal
}

/** What an order comes to, by what is known of it so far. */
export interface FinalAmounts {
  /** `undefined` where nobody counts the pieces, or the upstream has not told. */
  readonly pieces: Pieces | undefined
  /** What was taken, before anything was given back; `undefined` until the upstream has told. */
  readonly charge: Decimal | undefined
  /** What came back of the charge, 0 where nothing did. */
  readonly givenBack: Decimal
  /** What the order counts for against a limit, never below 0. */
  readonly spent: Decimal
  /** What the amounts are in, where that is known. */
  readonly currency: string | undefined
}

/**
 * Returns what was delivered, charged and given back. Every sentence, screen, notice and limit reads it here, so that no two
 * of them disagree.
 *
 * - The refund is the one that the upstream names. Where it names none, it is what is missing in the charge of an order
 *   that ended early: so charge less refund is always what the upstream says that it has charged.
 * - What may have been placed counts as spent; what certainly was not counts for nothing. While no charge is told, what
 *   was confirmed counts. A refund makes an order count for less, on the day on which it was ordered.
 *
 * @example
 * ```ts
 * const confirmed = { total: '15', quantity: '100', delivers: '1000', currency: 'USD' }
 * const status = { charge: '12', state: 'partial', remains: 200 }
 * const amounts = finalAmounts({ confirmed, life: { state: 'final', orderId: '77', status } })
 * amounts.givenBack.toFixed() // '3'
 * amounts.pieces?.delivered.toFixed() // '800'
 * ```
 */
export function finalAmounts({ life, confirmed, wholeCharge }: Placed): FinalAmounts {
  const total = parseNumeric(confirmed.total) ?? nothing
  const { currency } = confirmed
  switch (life.state) {
    case 'draft':
    case 'rejected':
    case 'not_sent':
    case 'not_placed':
      return { pieces: undefined, charge: undefined, givenBack: nothing, spent: nothing, currency }
    case 'intent':
    case 'sending':
    case 'unknown':
    case 'accepted':
      return { pieces: undefined, charge: undefined, givenBack: nothing, spent: total, currency }
    case 'tracked':
    case 'final': {
      const { status } = life
      const charged = chargedBy(confirmed, status, wholeCharge)
      const whole = parseNumeric(wholeCharge ?? '') ?? total
      return {
        ...settle(status, { charged, whole, total }),
        pieces: piecesOf(status, confirmed.delivers),
        currency: status.currency ?? currency,
      }
    }
  }
}

/** Returns what an order counts for against a limit. */
export function spentOf(record: Placed): Decimal {
  return finalAmounts(record).spent
}

/**
 * Returns the charge to remember of a record whose life is now another: the one that was last told of this order before
 * anything was given back, since an upstream may show only what is left of it.
 */
export function wholeChargeOf(before: Placed, life: OrderRecord['life']): string | undefined {
  const known = orderIdOf(before) === orderIdOf({ life }) ? before.wholeCharge : undefined
  if (!('status' in life)) return known
  const { status } = life
  const isWhole = !hasEndedEarly(status) && !namedRefund(status)?.gt(0)
  return (isWhole ? chargedBy(before.confirmed, status)?.toFixed() : undefined) ?? known
}

type Placed = Pick<OrderRecord, 'life' | 'confirmed' | 'wholeCharge'>

const nothing = new Decimal(0)

interface Known {
  /** What the upstream says now. */
  readonly charged: Decimal | undefined
  /** What it charged at first, as far as that is known. */
  readonly whole: Decimal
  readonly total: Decimal
}

function settle(
  status: FoundOrder,
  { charged, whole, total }: Known,
): Pick<FinalAmounts, 'charge' | 'givenBack' | 'spent'> {
  const refund = namedRefund(status)
  if (charged === undefined) {
    const givenBack = Decimal.max(nothing, refund ?? nothing)
    return { charge: undefined, givenBack, spent: Decimal.max(nothing, total.minus(givenBack)) }
  }
  if (refund === undefined) {
    const charge = hasEndedEarly(status) ? Decimal.max(whole, charged) : charged
    return { charge, givenBack: charge.minus(charged), spent: charged }
  }
  const givenBack = Decimal.max(nothing, refund)
  // Some name the refund and lower the charge by it as well.
  const isLowered = charged.lt(whole) && isOneFigure(charged.plus(givenBack), whole)
  const charge = isLowered ? charged.plus(givenBack) : Decimal.max(charged, givenBack)
  return { charge, givenBack, spent: charge.minus(givenBack) }
}

/** Whether two amounts differ by less than a cent and their own last digit show. */
function isOneFigure(left: Decimal, right: Decimal): boolean {
  const places = Math.max(2, Math.min(left.decimalPlaces(), right.decimalPlaces()))
  return left.minus(right).abs().lt(new Decimal(10).pow(-places))
}

/** By what remains, or else by the share that is done; of what was ordered, as far as an upstream's own count does not replace it. */
function piecesOf(
  { wantedCount, remains, progress }: FoundOrder,
  delivers: string | null,
): Pieces | undefined {
  const ordered =
    parseNumeric(delivers ?? '') ?? (wantedCount === undefined ? undefined : new Decimal(wantedCount))
  if (ordered === undefined || (remains === undefined && progress === undefined)) return undefined
  const left =
    remains === undefined ? ordered.minus(ordered.times(progress ?? 0).round()) : new Decimal(remains)
  const bounded = Decimal.min(ordered, Decimal.max(nothing, left))
  return { ordered, delivered: ordered.minus(bounded), remains: bounded }
}
