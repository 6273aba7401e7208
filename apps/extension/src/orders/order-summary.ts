import { Decimal, isolate, parseDecimal, reconcile, reconcileOrder } from '@orderwright/core'
import { finalAmounts, orderIdOf } from '@orderwright/outbox'
import { formatCount, moneyWords } from '../format/money.ts'
import { formatTime } from '../format/time.ts'
import { type OrderEntry, statusOf } from './history/order-entry.ts'
import { messages as texts } from './texts/en.generated.ts'

/** What an order's card says about delivery. */
export interface ProgressWords {
  /** 0 to 1. */
  readonly share: number
  /** Such as `400 of 1,000`. */
  readonly text: string
  readonly tone: 'calm' | 'good' | 'bad'
}

/** Returns the progress of an order by what the upstream says of the pieces, over all runs. */
export function orderProgress({ record }: OrderEntry): ProgressWords | undefined {
  const status = statusOf(record)
  const { pieces } = finalAmounts(record)
  if (status === undefined || pieces === undefined || pieces.ordered.isZero()) return undefined
  const { state } = status
  const { delivered, ordered } = pieces
  const tone =
    state === 'completed' ? 'good' : state === 'in_progress' || state === 'pending' ? 'calm' : 'bad'
  const text = texts.progress({
    delivered: formatCount(delivered.toFixed()),
    ordered: formatCount(ordered.toFixed()),
  })
  return { share: delivered.div(ordered).toNumber(), text, tone }
}

/** Returns how much was ordered, in all runs together, of which service; the service alone if nothing is counted. */
export function amountWords({ record }: OrderEntry): string {
  const count = record.confirmed.delivers ?? record.order.quantity
  const service = isolate(record.confirmed.serviceName)
  return count === undefined ? service : texts.amount({ count: formatCount(count), service })
}

/** Returns what was charged against what was quoted, in words; blank until the upstream has named a charge. */
export function chargeWords({ record }: OrderEntry): string {
  const { confirmed } = record
  const { charge, currency } = finalAmounts(record)
  if (charge === undefined) return ''
  if (confirmed.isChargedLater) return texts.charge.later()
  // The refund stands beside the charge, and is no part of this difference.
  const whole = { charge: charge.toFixed(), refund: '0', state: 'completed', remains: undefined } as const
  // A charge of 0 is none to the core: an upstream may not have charged yet. Here it is known to be the whole.
  const { verdict, difference, isRounding } = reconcileOrder(confirmed, whole) ?? {
    ...reconcile({ total: amountOf(confirmed.total) }, whole.charge),
    isRounding: false,
  }
  if (verdict === 'equal') return texts.charge.asQuoted()
  if (isRounding) return texts.charge.rounding()
  const amount = moneyWords(difference.abs().toFixed(), currency)
  return texts.charge.differs({ amount, verdict })
}

function amountOf(text: string): Decimal {
  return parseDecimal(text) ?? new Decimal(0)
}

/** Returns the order's number, unless it stands elsewhere, and time, such as `Order 123456 · Nov 22, 2:05 PM`. */
export function orderFacts({ record }: OrderEntry, isNumbered = true): string {
  const orderId = isNumbered ? orderIdOf(record) : undefined
  const time = formatTime(record.createdAt)
  return orderId === undefined ? time : texts.facts({ orderId: isolate(orderId), time })
}
