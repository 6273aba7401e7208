import { UserFacingError } from '../../platform/errors.ts'
import { ownValue } from '../../platform/own-value.ts'
import { autoLockChoices } from '../auto-lock.ts'
import { type Bytes, fromBase64, seal, unseal } from './crypto.ts'
import { sessionKeysItem, unlockedItem } from './session-keys.ts'
import { messages as texts } from './texts/en.generated.ts'
import {
  readingKeys,
  type SealedKey,
  type SealedVault,
  type StoredKey,
  type Vault,
  vaultItem,
} from './vault.ts'

/** Returns the key that opens the vault now, or `undefined` while it is locked. */
async function sealingKeyOf({ derivation }: SealedVault): Promise<Bytes | undefined> {
  const unlocked = await unlockedItem.get()
  if (unlocked === null || unlocked.salt !== derivation.salt) return undefined
  return isOver(unlocked.until) ? undefined : fromBase64(unlocked.sealingKey)
}

/**
 * Returns whether the time until keys lock is over. So it is if it is further ahead than can be chosen: a clock that
 * was set back must not keep the vault open.
 */
function isOver(until: number | null): boolean {
  const left = until === null ? 1 : until - Date.now()
  return left <= 0 || left > longestMs
}

const longestMs = autoLockChoices.reduce((longest, minutes) => Math.max(longest, minutes), 0) * 60_000

/**
 * Returns the key that opens the vault.
 *
 * @throws {UserFacingError} while the vault is locked.
 */
export async function openSealingKey(vault: SealedVault): Promise<Bytes> {
  const sealingKey = await sealingKeyOf(vault)
  if (sealingKey === undefined) throw new UserFacingError(texts.locked())
  return sealingKey
}

/**
 * Returns the key of an account in the clear, with the origin that it is for, or `undefined` if there is none.
 *
 * @throws {UserFacingError} while the vault is locked.
 */
export async function plainKey(vault: Vault, accountId: string): Promise<StoredKey | undefined> {
  switch (vault.mode) {
    case 'keep':
      return ownValue(vault.keys, accountId)
    case 'session':
      return ownValue(await sessionKeysItem.get(), accountId)
    case 'passphrase': {
      const sealed = ownValue(vault.keys, accountId)
      return sealed && (await openKey(await openSealingKey(vault), accountId, sealed))
    }
  }
}

/**
 * Returns all keys in the clear.
 *
 * @throws {UserFacingError} while the vault is locked.
 */
export async function plainKeys(vault: Vault): Promise<Readonly<Record<string, StoredKey>>> {
  switch (vault.mode) {
    case 'keep':
      return vault.keys
    case 'session':
      return await sessionKeysItem.get()
    case 'passphrase': {
      const sealingKey = await openSealingKey(vault)
      const keys = await Promise.all(
        Object.entries(vault.keys).map(async ([id, sealed]) => {
          const key = await openKey(sealingKey, id, sealed)
          return key === undefined ? [] : [[id, key] as const]
        }),
      )
      return Object.fromEntries(keys.flat())
    }
  }
}

/** Returns the same keys sealed, each by itself. */
export async function sealAll(
  sealingKey: Bytes,
  keys: Readonly<Record<string, StoredKey>>,
): Promise<SealedVault['keys']> {
  const sealed = Object.entries(keys).map(
    async ([id, stored]) => [id, await sealKey(sealingKey, id, stored)] as const,
  )
  return Object.fromEntries(await Promise.all(sealed))
}

/** Seals a key for its account and its origin: the seal is broken under any other. */
export async function sealKey(
  sealingKey: Bytes,
  accountId: string,
  { origin, key }: StoredKey,
): Promise<SealedKey> {
  return { ...(await seal(sealingKey, labelOf(accountId, origin), key)), origin }
}

/** Returns `undefined` for what was sealed for another account or another origin. */
async function openKey(
  sealingKey: Bytes,
  accountId: string,
  sealed: SealedKey,
): Promise<StoredKey | undefined> {
  const { origin } = sealed
  const key = await unseal(sealingKey, labelOf(accountId, origin), sealed)
  return key === undefined ? undefined : { origin, key }
}

/** Returns the label of a key. It is JSON, so that no id and origin can be read as another id and origin. */
function labelOf(accountId: string, origin: string): string {
  return JSON.stringify([accountId, origin])
}

/** Returns whether keys are behind a passphrase that has to be entered first. */
export function areKeysLocked(): Promise<boolean> {
  return readingKeys(async () => isLocked(await vaultItem.get()))
}

export async function isLocked(vault: Vault): Promise<boolean> {
  return vault.mode === 'passphrase' && (await sealingKeyOf(vault)) === undefined
}

/**
 * Takes out of the session's memory what the vault's mode does not own: keys that a change of mode left behind when
 * it was cut off, and what opened a vault that is locked or gone. For use while nobody else changes keys.
 */
export async function tidyKeys(): Promise<void> {
  const vault = await vaultItem.get()
  if (vault.mode !== 'session') await sessionKeysItem.remove()
  const isOpen = vault.mode === 'passphrase' && (await sealingKeyOf(vault)) !== undefined
  if (!isOpen) await unlockedItem.remove()
}
