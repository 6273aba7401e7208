import * as v from 'valibot'
import { UserFacingError } from '../platform/errors.ts'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import { type Account, accountSchema } from './account.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Every account, in the order in which they were added; none holds a key. */
export const accountsItem: StorageItem<Account[]> = storageItem({
  key: 'accounts',
  schema: v.array(accountSchema),
  fallback: [],
})

/** The id of the account that the popup last worked with, or blank. */
export const activeAccountItem: StorageItem<string> = storageItem({
  key: 'activeAccount',
  schema: v.string(),
  fallback: '',
})

/** Removed accounts whose orders stay in the history. */
export const removedAccountsItem: StorageItem<Account[]> = storageItem({
  key: 'removedAccounts',
  schema: v.array(accountSchema),
  fallback: [],
})

/**
 * Returns the account with this id.
 *
 * @throws {UserFacingError} if there is no such account any more.
 */
export async function accountById(id: string): Promise<Account> {
  const account = (await accountsItem.get()).find(candidate => candidate.id === id)
  if (account === undefined) {
    throw new UserFacingError(texts.removed())
  }
  return account
}
