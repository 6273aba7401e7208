/**
 * Runs a task while nothing else decides about the account's orders: placing an order until its outcome, or changing the
 * account that it goes through.
 */
export function withAccountLock<T>(accountId: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks.request(nameOf(accountId), task)
}

/** Runs a task as {@link withAccountLock}, if the lock is free; resolves with whether it was run. */
export function withAccountLockIfFree(accountId: string, task: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(nameOf(accountId), { ifAvailable: true }, async lock => {
    if (lock === null) return false
    await task()
    return true
  })
}

function nameOf(accountId: string): string {
  return `place-order:${accountId}`
}
