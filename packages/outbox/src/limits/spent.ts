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

/** Returns what has been spent through some accounts that name the same upstream and key, as their limits count it. */
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
