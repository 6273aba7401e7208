import * as v from 'valibot'
import { type StorageItem, storageItem } from './storage-item.ts'

/** The id of the account that the popup last worked with, or blank. */
export const activeAccountItem: StorageItem<string> = storageItem({
  key: 'activeAccount',
  schema: v.string(),
  fallback: '',
})
