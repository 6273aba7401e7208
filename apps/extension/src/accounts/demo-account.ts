import type { Account } from './account.ts'

/**
 * The address of the demo provider, which is no address: nothing under `.invalid` is ever found (RFC 2606), so that what
 * is marked as a demo can reach nobody, even if it was read from a file.
 */
export const demoBaseUrl = 'https://demo.invalid'

/** The id of the one account at the demo provider. */
export const demoAccountId = 'demo'

/** Returns whether orders of the account are played inside the extension: no network, no money. */
export function isDemo({ baseUrl }: Pick<Account, 'baseUrl'>): boolean {
  return baseUrl === demoBaseUrl
}
