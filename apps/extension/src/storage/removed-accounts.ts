import * as v from 'valibot'
import { type Account, accountSchema } from '../account/account.ts'
import { type StorageItem, storageItem } from './storage-item.ts'

/** Accounts that were removed and have orders in the journal, which stay to be looked at. */
export const removedAccountsItem: StorageItem<Account[]> = storageItem({
  key: 'removedAccounts',
  schema: v.array(accountSchema),
  fallback: [],
})
