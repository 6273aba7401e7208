import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

/** What a person can choose, in minutes without use; 0: when the browser is closed. */
export const autoLockChoices: readonly number[] = [5, 15, 60, 240, 0]

export const autoLockItem: StorageItem<number> = storageItem({
  key: 'autoLock',
  schema: v.picklist(autoLockChoices),
  fallback: 15,
})
