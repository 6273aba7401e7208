import { isolate } from '@orderwright/core'
import { type OrderRecord, orderIdOf } from '@orderwright/outbox'
import { lifeWords } from '../journal/life-words.ts'
import { agoWords } from '../ui/ago-words.ts'

/** An earlier order of the same, in one sentence: its number, account, age and state; `now` in milliseconds since 1970. */
export function describeEarlier(record: OrderRecord, account: string, now: number): string {
  const orderId = orderIdOf(record)
  const name = orderId === undefined ? 'An order without a number yet' : `Order ${orderId}`
  const state = lifeWords(record, account).badge.toLowerCase()
  return `${name} through ${isolate(account)}, ${agoWords(record.sentAt ?? record.createdAt, now)}: ${state}.`
}
