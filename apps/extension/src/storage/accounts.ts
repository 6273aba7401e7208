import * as v from 'valibot'
import { type Account, accountSchema } from '../account/account.ts'
import { type StorageItem, storageItem } from './storage-item.ts'

/** Every account, in the order in which they were added; none holds a key. */
export const accountsItem: StorageItem<Account[]> = storageItem({
  key: 'accounts',
  schema: v.array(accountSchema),
  fallback: [],
})
