import type { FoundOrder } from '@orderwright/client'
import { Decimal, parseDecimal, reconcile } from '@orderwright/core'
import { formatCount, formatMoney } from '../money/format-money.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { settlementOf } from '../outbox/settlement.ts'

/** What an order's card says about delivery. */
export interface ProgressWords {
  /** 0 to 1. */
  readonly share: number
  /** Such as `400 of 1,000`. */
  readonly text: string
  readonly tone: 'calm' | 'good' | 'bad'
}

/** As the upstream tells it; where it does not tell the quantity, by what the journal says was ordered. */
export function orderProgress({ life, extent }: OrderEntry): ProgressWords | undefined {
  if (life.kind !== 'accepted' || life.status === undefined) return undefined
  const { wantedCount, state } = life.status
  const wanted = wantedCount ?? (extent?.kind === 'count' ? extent.total : undefined)
  const delivered = wanted === undefined ? undefined : deliveredOf(life.status, new Decimal(wanted))
  if (wanted === undefined || delivered === undefined) return undefined
  const tone =
    state === 'completed' ? 'good' : state === 'in_progress' || state === 'pending' ? 'calm' : 'bad'
  const share = life.status.progress ?? Math.min(1, delivered.div(wanted).toNumber())
  return { share, text: `${formatCount(delivered.toFixed())} of ${formatCount(`${wanted}`)}`, tone }
}

function deliveredOf({ progress, remains, wantedCount }: FoundOrder, wanted: Decimal): Decimal | undefined {
  if (progress === undefined && (wantedCount !== undefined || remains === undefined)) return undefined
  if (remains !== undefined) return Decimal.max(0, wanted.minus(remains))
  return wanted.times(progress ?? 0).round()
}

/** How much was ordered, in all runs together, before the name of the service; blank where nothing is counted. */
export function amountWords({ order, extent }: OrderEntry): string {
  const count = extent?.kind === 'count' ? extent.total : order.quantity
  return count === undefined ? '' : `${formatCount(count)} × `
}

/** What was charged against what was quoted, in words. */
export function chargeWords(entry: OrderEntry): string {
  const { extent, quoted, currency } = entry
  const charge = settlementOf(entry)?.charge
  if (charge === undefined || parseDecimal(charge) === undefined) return ''
  if (extent?.kind === 'later') return 'for what was delivered so far'
  const { verdict, difference } = reconcile({ total: new Decimal(quoted) }, charge)
  if (verdict === 'equal') return 'as quoted'
  const amount = formatMoney(difference.abs().toFixed(), currency)
  return `${amount} ${verdict === 'dearer' ? 'more' : 'less'} than quoted`
}

/** Such as `Order 123456 · 22 Nov, 14:05`. */
export function orderFacts({ life, createdAt }: OrderEntry): string {
  const time = formatTime(createdAt)
  return life.kind === 'accepted' ? `Order ${life.orderId} · ${time}` : time
}

/** An ISO 8601 time in the person's own zone, such as `22 Nov, 14:05`. */
export function formatTime(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
}
