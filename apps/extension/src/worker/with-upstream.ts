import type { Upstream } from '@orderwright/client'
import type { Account } from '../account/account.ts'
import { accountById } from './accounts.ts'
import { describeError } from './describe-error.ts'
import { openUpstream } from './open-upstream.ts'
import { Trouble } from './trouble.ts'

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
  try {
    return await use(await openUpstream(account), account)
  } catch (error) {
    throw new Trouble(describeError(error, account))
  }
}
