import { UserFacingError } from '../../platform/errors.ts'
import { announceKeys } from '../key-status.ts'
import type { KeyModeChange } from '../messages.ts'
import { passphraseIssue } from '../passphrase-issue.ts'
import { derive, newDerivation, seal, toBase64 } from './crypto.ts'
import { plainKeys, sealAll, tidyKeys } from './open-vault.ts'
import { sessionKeysItem, unlockedItem } from './session-keys.ts'
import { checkLabel, unlockedUntil } from './unlock.ts'
import { changingKeys, type SealedVault, vaultItem } from './vault.ts'

/**
 * Stores all keys again in another way, or behind another passphrase. First they are where they will be, then one
 * write to the vault says so, then what they leave behind goes: wherever the browser dies, the vault names a mode
 * whose keys are there, and `tidyKeys` takes away what belongs to another.
 *
 * @throws {UserFacingError} while the keys are locked, and for a passphrase that is too simple.
 */
export async function changeKeyMode(change: KeyModeChange): Promise<null> {
  await (change.mode === 'passphrase'
    ? sealKeys(change.passphrase)
    : changingKeys(() => unsealKeys(change.mode)))
  announceKeys()
  return null
}

async function unsealKeys(mode: 'keep' | 'session'): Promise<void> {
  const keys = await plainKeys(await vaultItem.get())
  if (mode === 'keep') {
    await vaultItem.set({ mode, keys })
  } else {
    await sessionKeysItem.set({ ...keys })
    await vaultItem.set({ mode })
  }
  await tidyKeys()
}

async function sealKeys(passphrase: string): Promise<void> {
  const issue = passphraseIssue(passphrase)
  if (issue !== undefined) throw new UserFacingError(issue)
  const derivation = newDerivation()
  // Takes a moment, in which others may read.
  const sealingKey = await derive(passphrase, derivation)
  await changingKeys(async () => {
    const keys = await plainKeys(await vaultItem.get())
    const vault: SealedVault = {
      mode: 'passphrase',
      derivation,
      check: await seal(sealingKey, checkLabel, ''),
      keys: await sealAll(sealingKey, keys),
    }
    await vaultItem.set(vault)
    await unlockedItem.set({
      salt: derivation.salt,
      sealingKey: toBase64(sealingKey),
      until: await unlockedUntil(),
    })
    await tidyKeys()
  })
}
