import type { Upstream } from '@orderwright/client'
import type { Account } from '../account/account.ts'
import { accountById } from './accounts.ts'
import { inWords } from './in-words.ts'
import { openUpstream } from './open-upstream.ts'

/**
 * Works with an account's upstream.
 *
 * @throws {Trouble} whose message tells a person what went wrong there.
 */
export async function withUpstream<T>(
  accountId: string,
  use: (upstream: Upstream, account: Account) => Promise<T>,
): Promise<T> {
  const account = await accountById(accountId)
  return await inWords(account, async () => await use(await openUpstream(account), account))
}
