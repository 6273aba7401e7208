/**
 * What decides about an account's orders takes turns: an order from the person's yes to its ending, and whatever changes
 * the account that it goes through.
 */
export function inTurn<T>(accountId: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks.request(nameOf(accountId), task)
}

/** The same where nobody has the turn; resolves with whether it was run. */
export function inTurnIfFree(accountId: string, task: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(nameOf(accountId), { ifAvailable: true }, async lock => {
    if (lock === null) return false
    await task()
    return true
  })
}

function nameOf(accountId: string): string {
  return `place-order:${accountId}`
}
