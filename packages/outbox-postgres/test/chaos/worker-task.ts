/** What a worker of the campaign is started with, as JSON. */
export interface WorkerTask {
  readonly databaseUrl: string
  readonly upstreamUrl: string
  readonly webhookUrl: string | undefined
  readonly concurrency: number
  readonly settleMs: number
  readonly recoverEveryMs: number
}

/** Returns the key of an account at the mock. */
export function keyOf(accountId: string): string {
  return `mock-key-of-${accountId.replace('account-', '')}`
}
