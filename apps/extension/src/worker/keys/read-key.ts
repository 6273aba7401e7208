import type { Account } from '../../account/account.ts'
import { originOf } from '../../account/base-url.ts'
import { readingKeys } from './key-lock.ts'
import { plainKey } from './open-vault.ts'
import { vaultItem } from './vault.ts'

/**
 * Returns the key of an account, or `undefined` if there is none for the origin of its address: one that was
 * entered for another origin is not sent to this one.
 *
 * @throws {Trouble} while the keys are locked.
 */
export function readKey({ id, baseUrl }: Pick<Account, 'id' | 'baseUrl'>): Promise<string | undefined> {
  return readingKeys(async () => {
    const stored = await plainKey(await vaultItem.get(), id)
    return stored?.origin === originOf(baseUrl) ? stored.key : undefined
  })
}
