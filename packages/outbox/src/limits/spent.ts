import { Decimal } from '@orderwright/core'
import { spentOf } from '../record/final-amounts.ts'
import { timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { recordsIn } from './currency.ts'

/** What some orders count for against limits. What may have been placed counts as if it were. */
export interface Spent {
  readonly today: Decimal
  readonly inAll: Decimal
}

/** A day on which clocks change has 25 hours. */
const longestDayMs = 25 * 3_600_000

/**
 * Returns what the orders come to, in all and on the day that began at `dayStart` (milliseconds since 1970), by when each was
 * sent. An order that is dated later than that day, by a clock that was set back since, is none of it.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const queued = transition(draft, { kind: 'confirmed' }, 0)
 * const { today, inAll } = spentBy([queued.record], 86_400_000)
 * today.toFixed() // '0'
 * inAll.toFixed() // '2.5'
 * ```
 */
export function spentBy(records: readonly OrderRecord[], dayStart: number): Spent {
  const today = records.filter(record => isBetween(timeOf(record), dayStart, dayStart + longestDayMs))
  return { today: sum(today), inAll: sum(records) }
}

/** Decimal strings, in the account's currency. What may have been placed counts as if it were. */
export interface SpentText {
  readonly today: string
  readonly inAll: string
}

export interface SpentContext {
  readonly records: readonly OrderRecord[]
  /** Blank if it is not known. */
  readonly currency: string
  /** When the person's day began, in milliseconds since 1970. */
  readonly dayStart: number
}

/**
 * Returns what has been spent through some accounts that name the same upstream and key, as their limits count it.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const queued = transition(draft, { kind: 'confirmed' }, 0)
 * const context = { records: [queued.record], currency: 'USD', dayStart: 0 }
 * spentThrough(['a'], context) // { today: '2.5', inAll: '2.5' }
 * spentThrough(['b'], context) // { today: '0', inAll: '0' }
 * ```
 */
export function spentThrough(
  accountIds: readonly string[],
  { records, currency, dayStart }: SpentContext,
): SpentText {
  const own = recordsIn(currency, records).filter(({ accountId }) => accountIds.includes(accountId))
  const { today, inAll } = spentBy(own, dayStart)
  return { today: today.toFixed(), inAll: inAll.toFixed() }
}

function isBetween(time: number, from: number, to: number): boolean {
  return time >= from && time < to
}

function sum(records: readonly OrderRecord[]): Decimal {
  return records.reduce((total, record) => total.plus(spentOf(record)), new Decimal(0))
}
