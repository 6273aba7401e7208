/** One sender at a time for an account. Locks are shared by the worker and all pages, and end with their holder. */
export function senderLock(accountId: string): string {
  return `send:${accountId}`
}
