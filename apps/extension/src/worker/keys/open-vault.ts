import { Trouble } from '../trouble.ts'
import { type Bytes, fromBase64 } from './base64.ts'
import { seal, unseal } from './sealed.ts'
import { sessionKeysItem, unlockedItem } from './session-items.ts'
import type { SealedVault, Vault } from './vault.ts'

/** What opens the vault now, or `undefined` while it is locked. */
export async function sealingKeyOf({ derivation }: SealedVault): Promise<Bytes | undefined> {
  const unlocked = await unlockedItem.get()
  if (unlocked === null || unlocked.salt !== derivation.salt) return undefined
  if (unlocked.until !== null && Date.now() >= unlocked.until) return undefined
  return fromBase64(unlocked.sealingKey)
}

/** @throws {Trouble} while the vault is locked. */
export async function openSealingKey(vault: SealedVault): Promise<Bytes> {
  const sealingKey = await sealingKeyOf(vault)
  if (sealingKey === undefined) throw new Trouble(lockedSentence)
  return sealingKey
}

/**
 * All keys in the clear.
 *
 * @throws {Trouble} while the vault is locked.
 */
export async function plainKeys(vault: Vault): Promise<Readonly<Record<string, string>>> {
  switch (vault.mode) {
    case 'keep':
      return vault.keys
    case 'session':
      return await sessionKeysItem.get()
    case 'passphrase': {
      const sealingKey = await openSealingKey(vault)
      const keys = await Promise.all(
        Object.entries(vault.keys).map(async ([id, sealed]) => {
          const key = await unseal(sealingKey, id, sealed)
          return key === undefined ? [] : [[id, key] as const]
        }),
      )
      return Object.fromEntries(keys.flat())
    }
  }
}

/** The same keys sealed, each under its account's id. */
export async function sealAll(
  sealingKey: Bytes,
  keys: Readonly<Record<string, string>>,
): Promise<SealedVault['keys']> {
  const sealed = Object.entries(keys).map(async ([id, key]) => [id, await seal(sealingKey, id, key)] as const)
  return Object.fromEntries(await Promise.all(sealed))
}

/** What people read wherever a key is wanted while the keys are locked. */
const lockedSentence = 'Your keys are locked. Unlock them with your passphrase, then try again.'
