/**
 * Held from the first word of an order to its outcome: whoever holds it is at work on that order, and alive.
 * Locks are taken in this order alone (an order's or a look-up's, then one of the others), so that nobody waits in a circle.
 */
export function orderLock(id: string): string {
  return `outbox order ${id}`
}

/** For a moment, while it is judged whether an order may be confirmed: no other one slips in between. */
export const confirmLock = 'outbox confirm'

/**
 * One sender at a time for an account, and for all that name the same upstream and key (`sharedLock`). Answers hold it too, and look-ups once they have read: no order is on its way
 * while the upstream's orders are shared out among the records.
 */
export function accountLock(accountId: string): string {
  return `outbox account ${accountId}`
}

/** One look-up at a time for an account: whoever waits may find that there is nothing left to read for. */
export function lookUpLock(accountId: string): string {
  return `outbox look-up ${accountId}`
}
