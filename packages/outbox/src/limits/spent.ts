import { Decimal } from '@orderwright/core'
import { spentOf } from '../record/final-amounts.ts'
import { timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'

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

function isBetween(time: number, from: number, to: number): boolean {
  return time >= from && time < to
}

function sum(records: readonly OrderRecord[]): Decimal {
  return records.reduce((total, record) => total.plus(spentOf(record)), new Decimal(0))
}
