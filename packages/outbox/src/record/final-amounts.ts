import type { FoundOrder } from '@orderwright/client'
import { type Charges, chargeInFull, chargesOf, Decimal, parseNumeric } from '@orderwright/core'
import { orderIdOf } from './record.ts'
import type { OrderRecord } from './record-schema.ts'

/** What was ordered and delivered, over all runs. */
export interface Pieces {
  readonly ordered: Decimal
  readonly delivered: Decimal
  readonly remains: Decimal
}

/** What an order comes to, by what is known of it so far. */
export interface FinalAmounts extends Charges {
  /** `undefined` if nobody counts the pieces, or the upstream has not told. */
  readonly pieces: Pieces | undefined
  /** What the amounts are in, if that is known. */
  readonly currency: string | undefined
}

/**
 * Returns what was delivered, charged and given back. Every sentence, screen, notice and limit reads it here, so that no two
 * of them disagree.
 *
 * - Charge and refund are those of the core's `chargesOf`: charge less refund is always what the upstream says that it has charged.
 * - What may have been placed counts as spent; what certainly was not counts for nothing. While no charge is told, what
 *   was confirmed counts. A refund makes an order count for less, on the day on which it was ordered.
 *
 * @example
 * ```ts
 * const confirmed = { total: '15', quantity: '100', delivers: '1000', currency: 'USD' }
 * const status = { charge: '12', state: 'partial', remains: 200 }
 * const amounts = finalAmounts({ confirmed, state: { name: 'closed', orderId: '77', status } })
 * amounts.givenBack.toFixed() // '3'
 * amounts.pieces?.delivered.toFixed() // '800'
 * ```
 */
export function finalAmounts({ state, confirmed, wholeCharge }: Placed): FinalAmounts {
  const total = parseNumeric(confirmed.total) ?? nothing
  const { currency } = confirmed
  switch (state.name) {
    case 'draft':
    case 'rejected':
    case 'not_sent':
    case 'not_placed':
      return { pieces: undefined, charge: undefined, givenBack: nothing, spent: nothing, currency }
    case 'queued':
    case 'submitting':
    case 'unknown':
    case 'accepted':
      return { pieces: undefined, charge: undefined, givenBack: nothing, spent: total, currency }
    case 'open':
    case 'closed': {
      const { status } = state
      return {
        ...chargesOf(confirmed, status, wholeCharge),
        pieces: piecesOf(status, confirmed.delivers),
        currency: status.currency ?? currency,
      }
    }
  }
}

/**
 * Returns what an order counts for against a limit.
 *
 * @example
 * ```ts
 * const confirmed = { total: '2.5', quantity: '1000', delivers: '1000' }
 * spentOf({ confirmed, state: { name: 'unknown' } }).toFixed() // '2.5'
 * spentOf({ confirmed, state: { name: 'not_placed', by: 'look_up' } }).toFixed() // '0'
 * ```
 */
export function spentOf(record: Placed): Decimal {
  return finalAmounts(record).spent
}

/**
 * Returns the charge to remember of a record whose state is now another: the one that was last told of this order before
 * anything was given back, since an upstream may show only what is left of it.
 */
export function wholeChargeOf(before: Placed, state: OrderRecord['state']): string | undefined {
  const known = orderIdOf(before) === orderIdOf({ state }) ? before.wholeCharge : undefined
  if (!('status' in state)) return known
  return chargeInFull(before.confirmed, state.status)?.toFixed() ?? known
}

type Placed = Pick<OrderRecord, 'state' | 'confirmed' | 'wholeCharge'>

const nothing = new Decimal(0)

/** Returns the pieces by what remains, or else by the share that is done; of what was ordered, as far as an upstream's own count does not replace it. */
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
