import type { FoundOrder } from '@orderwright/client'
import { Decimal, parseDecimal } from '@orderwright/core'
import { orderIdOf, reconcileOrder } from '@orderwright/outbox'
import { type OrderEntry, statusOf } from '../journal/order-entry.ts'
import { settlementOf } from '../journal/settlement.ts'
import { formatCount, moneyWords } from '../money/format-money.ts'

/** What an order's card says about delivery. */
export interface ProgressWords {
  /** 0 to 1. */
  readonly share: number
  /** Such as `400 of 1,000`. */
  readonly text: string
  readonly tone: 'calm' | 'good' | 'bad'
}

/** As the upstream tells it; where it does not tell the quantity, by what the journal says was ordered. */
export function orderProgress({ record }: OrderEntry): ProgressWords | undefined {
  const status = statusOf(record)
  if (status === undefined) return undefined
  const { wantedCount, state } = status
  const wanted = wantedCount ?? record.confirmed.delivers ?? undefined
  const delivered = wanted === undefined ? undefined : deliveredOf(status, new Decimal(wanted))
  if (wanted === undefined || delivered === undefined) return undefined
  const tone =
    state === 'completed' ? 'good' : state === 'in_progress' || state === 'pending' ? 'calm' : 'bad'
  const share = status.progress ?? Math.min(1, delivered.div(wanted).toNumber())
  return { share, text: `${formatCount(delivered.toFixed())} of ${formatCount(`${wanted}`)}`, tone }
}

function deliveredOf({ progress, remains, wantedCount }: FoundOrder, wanted: Decimal): Decimal | undefined {
  if (progress === undefined && (wantedCount !== undefined || remains === undefined)) return undefined
  if (remains !== undefined) return Decimal.max(0, wanted.minus(remains))
  return wanted.times(progress ?? 0).round()
}

/** How much was ordered, in all runs together, before the name of the service; blank where nothing is counted. */
export function amountWords({ record }: OrderEntry): string {
  const count = record.confirmed.delivers ?? record.order.quantity
  return count === undefined ? '' : `${formatCount(count)} × `
}

/** What was charged against what was quoted, in words. */
export function chargeWords(entry: OrderEntry): string {
  const { currency, isChargedLater } = entry.record.confirmed
  const charge = settlementOf(entry)?.charge
  if (charge === undefined || parseDecimal(charge) === undefined) return ''
  if (isChargedLater) return 'for what was delivered so far'
  // What was given back is told beside the charge, and is no part of this difference.
  const whole = { charge, refund: '0', state: 'completed', remains: undefined } as const
  const reconciled = reconcileOrder(entry.record.confirmed, whole)
  if (reconciled === undefined) return ''
  const { verdict, difference, isRounding } = reconciled
  if (verdict === 'equal') return 'as quoted'
  if (isRounding) return 'as quoted, but for rounding'
  const amount = moneyWords(difference.abs().toFixed(), currency)
  return `${amount} ${verdict === 'dearer' ? 'more' : 'less'} than quoted`
}

/** Such as `Order 123456 · 22 Nov, 14:05`. */
export function orderFacts({ record }: OrderEntry): string {
  const orderId = orderIdOf(record)
  const time = formatTime(record.createdAt)
  return orderId === undefined ? time : `Order ${orderId} · ${time}`
}

/** A time, as ISO 8601 or in milliseconds since 1970, in the person's own zone: `22 Nov, 14:05`. What is none stays as it is. */
export function formatTime(time: string | number): string {
  return formatIn(times, time)
}

/** A time of the day, in milliseconds since 1970: `14:05`. */
export function formatClock(time: number): string {
  return formatIn(clocks, time)
}

// Made once: to make one takes longer than to format many times.
const clock = { hour: '2-digit', minute: '2-digit' } as const
const clocks = new Intl.DateTimeFormat('en-GB', clock)
const times = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...clock })

function formatIn(format: Intl.DateTimeFormat, time: string | number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? `${time}` : format.format(date)
}
