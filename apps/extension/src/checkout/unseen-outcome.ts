import type { PreparedOrder } from '@orderwright/core'
import { type OrderRecord, whyNotAgain } from '@orderwright/outbox'
import type { OrderEntry } from '../orders/history/order-entry.ts'

/**
 * Returns the one order that a person should read about before the next one, of `entries`, newest first: what is
 * unknown, what was ordered behind a closed popup (`orderedId`), or what was interrupted before it was sent.
 */
export function unseenOutcomeOf(
  entries: readonly OrderEntry[],
  orderedId: string | undefined,
): OrderRecord | undefined {
  const records = entries.map(({ record }) => record)
  const [latest] = records
  return (
    records.find(({ state }) => state.name === 'unknown') ??
    records.find(({ id }) => id === orderedId) ??
    (latest !== undefined && wasInterrupted(latest) ? latest : undefined)
  )
}

function wasInterrupted({ state }: OrderRecord): boolean {
  return state.name === 'not_sent' && state.reason.code === 'interrupted'
}

/**
 * Returns the order that a draft has become: the same, confirmed after it was entered (`enteredAt`, milliseconds since
 * 1970), and not certain to have been left out. The popup was closed before it could forget the draft. If the draft is
 * dated later than `now`, a clock was set back since, and any such order may be it.
 */
export function orderOfDraft(
  entries: readonly OrderEntry[],
  draft: PreparedOrder,
  enteredAt: number,
  now: number,
): OrderRecord | undefined {
  return entries
    .map(({ record }) => record)
    .find(
      record =>
        (record.createdAt >= enteredAt || enteredAt > now) &&
        whyNotAgain(record) !== undefined &&
        isEqual(record.order, draft),
    )
}

function isEqual(one: PreparedOrder, other: PreparedOrder): boolean {
  return inOrder(one) === inOrder(other)
}

function inOrder({ serviceId, target, quantity, drip, params }: PreparedOrder): string {
  const entries = Object.entries(params).toSorted(([one], [other]) => one.localeCompare(other))
  return JSON.stringify([serviceId, target ?? null, quantity ?? null, drip, entries])
}
