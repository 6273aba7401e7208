import * as v from 'valibot'
import { type StorageItem, storageItem } from '../../platform/storage-item.ts'
import { type Derivation, derivationSchema, type Sealed, sealedSchema } from './crypto.ts'

/** A key, and the origin of the address that it was entered for: it is sent nowhere else. */
export interface StoredKey {
  readonly origin: string
  readonly key: string
}

/** The same sealed: the origin is in the clear, and the seal holds for no other. */
export interface SealedKey extends Sealed {
  readonly origin: string
}

export const storedKeySchema: v.GenericSchema<unknown, StoredKey> = v.object({
  origin: v.string(),
  key: v.string(),
})

/**
 * The keys by account id, or where they are. It is one value, so that one write takes the keys from one mode to
 * another: there is no moment at which the browser may die and a key is in neither.
 */
export type Vault =
  | { readonly mode: 'keep'; readonly keys: Readonly<Record<string, StoredKey>> }
  /** They are in the memory of the session. */
  | { readonly mode: 'session' }
  | {
      readonly mode: 'passphrase'
      readonly derivation: Derivation
      /** A known text, by which the right passphrase is recognized if there are no keys yet. */
      readonly check: Sealed
      readonly keys: Readonly<Record<string, SealedKey>>
    }

export type SealedVault = Extract<Vault, { mode: 'passphrase' }>

const vaultSchema: v.GenericSchema<unknown, Vault> = v.variant('mode', [
  v.object({ mode: v.literal('keep'), keys: v.record(v.string(), storedKeySchema) }),
  v.object({ mode: v.literal('session') }),
  v.object({
    mode: v.literal('passphrase'),
    derivation: derivationSchema,
    check: sealedSchema,
    keys: v.record(v.string(), v.intersect([sealedSchema, v.object({ origin: v.string() })])),
  }),
])

/** The only item that holds keys on the disk. Screens may not import it: the linter holds to it. */
export const vaultItem: StorageItem<Vault> = storageItem({
  key: 'keys',
  schema: vaultSchema,
  fallback: { mode: 'keep', keys: {} },
})
/** Reads go side by side, a change goes alone: nobody sees keys between two modes. */
export function readingKeys<T>(read: () => Promise<T>): Promise<T> {
  return navigator.locks.request('keys', { mode: 'shared' }, read)
}

export function changingKeys<T>(change: () => Promise<T>): Promise<T> {
  return navigator.locks.request('keys', change)
}
