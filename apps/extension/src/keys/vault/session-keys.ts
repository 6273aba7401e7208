import * as v from 'valibot'
import { type StorageItem, storageItem } from '../../platform/storage-item.ts'
import { type StoredKey, storedKeySchema } from './vault.ts'

/** The keys themselves, by account id, in the mode `session`. */
export const sessionKeysItem: StorageItem<Record<string, StoredKey>> = storageItem({
  key: 'sessionKeys',
  area: 'session',
  schema: v.record(v.string(), storedKeySchema),
  fallback: {},
})

/** What opens a sealed vault, between unlocking and locking. */
export interface Unlocked {
  /** The salt of the vault that it opens: of another one it is worth nothing. */
  readonly salt: string
  /** Base64. */
  readonly sealingKey: string
  /** Milliseconds since 1970 at which it ends, or `null`: with the browser. */
  readonly until: number | null
}

const unlockedSchema: v.GenericSchema<unknown, Unlocked | null> = v.nullable(
  v.object({ salt: v.string(), sealingKey: v.string(), until: v.nullable(v.number()) }),
)

export const unlockedItem: StorageItem<Unlocked | null> = storageItem({
  key: 'unlocked',
  area: 'session',
  schema: unlockedSchema,
  fallback: null,
})
