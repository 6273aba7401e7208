import { Decimal, parseDecimal, reconcile } from '@orderwright/core'
import { formatCount, formatMoney } from '../money/format-money.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'

/** What an order's card says about delivery. */
export interface ProgressWords {
  /** 0 to 1. */
  readonly share: number
  /** Such as `400 of 1,000`. */
  readonly text: string
  readonly tone: 'calm' | 'good' | 'bad'
}

export function orderProgress({ life }: OrderEntry): ProgressWords | undefined {
  if (life.kind !== 'accepted' || life.status === undefined) return undefined
  const { progress, wantedCount, remains, state } = life.status
  if (progress === undefined || wantedCount === undefined) return undefined
  const delivered = remains === undefined ? Math.round(progress * wantedCount) : wantedCount - remains
  const tone =
    state === 'completed' ? 'good' : state === 'in_progress' || state === 'pending' ? 'calm' : 'bad'
  return { share: progress, text: `${formatCount(`${delivered}`)} of ${formatCount(`${wantedCount}`)}`, tone }
}

/** What was charged against what was quoted, in words. */
export function chargeWords({ life, quoted, currency }: OrderEntry): string {
  const charge = life.kind === 'accepted' ? life.status?.charge : undefined
  if (charge === undefined || parseDecimal(charge) === undefined) return ''
  const { verdict, difference } = reconcile({ total: new Decimal(quoted) }, charge)
  if (verdict === 'equal') return 'as quoted'
  const amount = formatMoney(difference.abs().toFixed(), currency)
  return `${amount} ${verdict === 'dearer' ? 'more' : 'less'} than quoted`
}

/** Such as `Order 123456 · 22 Nov, 14:05`. */
export function orderFacts({ life, createdAt }: OrderEntry): string {
  const time = new Date(createdAt).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return life.kind === 'accepted' ? `Order ${life.orderId} · ${time}` : time
}
