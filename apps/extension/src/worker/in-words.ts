import type { Account } from '../account/account.ts'
import { describeError } from './describe-error.ts'
import { Trouble } from './trouble.ts'

/**
 * Does something with an account's upstream.
 *
 * @throws {Trouble} whose message tells a person what went wrong there.
 */
export async function inWords<T>(account: Account, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new Trouble(describeError(error, account))
  }
}
