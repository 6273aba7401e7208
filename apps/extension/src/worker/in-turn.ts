/**
 * What decides about an account's orders takes turns: an order from the person's yes to its ending, and whatever changes
 * the account that it goes through.
 */
export function inTurn<T>(accountId: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`place-order:${accountId}`, task)
}
