import * as v from 'valibot'
import { type StorageItem, storageItem } from './storage-item.ts'

/** API keys by account id. Only files under `worker/` may import this: the linter holds to it. */
export const keysItem: StorageItem<Record<string, string>> = storageItem({
  key: 'keys',
  schema: v.record(v.string(), v.string()),
  fallback: {},
})
