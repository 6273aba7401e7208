import { isSameOrder, type OrderSignature, timeOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import type { Limits } from './caps.ts'

/**
 * A day: long enough for an order that was forgotten over night or placed on another account, short enough that
 * a weekly order is not asked about each time.
 */
const defaultDuplicateMinutes = 1440

/** Returns for how many minutes the same order is asked about; 0 asks about nothing but what may still be on its way. */
export function duplicateWindow({ duplicateMinutes }: Limits): number {
  return duplicateMinutes ?? defaultDuplicateMinutes
}

/**
 * The earlier orders of the same service in the same quantity for the same target, newest first: what to ask
 * about once more. What certainly was not placed is left out; what may have been placed is in, however old. A
 * clock that was set back makes nothing forgotten. `aliases` are the accounts that name the same upstream and key as the
 * candidate's.
 */
export function findDuplicates(
  records: readonly OrderRecord[],
  candidate: OrderSignature & Pick<OrderRecord, 'id'>,
  windowMs: number,
  now: number,
  aliases: readonly string[] = [],
): readonly OrderRecord[] {
  return records
    .filter(record => record.id !== candidate.id && isSameOrder(record, candidate, aliases))
    .filter(record => isInside(record, windowMs, now))
    .toSorted((left, right) => timeOf(right) - timeOf(left))
}

function isInside(record: OrderRecord, windowMs: number, now: number): boolean {
  switch (record.state.name) {
    case 'draft':
    case 'rejected':
    case 'not_sent':
    case 'not_placed':
      return false
    case 'queued':
    case 'submitting':
    case 'unknown':
      return true
    case 'accepted':
    case 'open':
    case 'closed':
      return now - timeOf(record) <= windowMs
  }
}
