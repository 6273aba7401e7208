import { announceKeys } from '../../keys/key-status.ts'
import { changingKeys } from './key-lock.ts'
import { openSealingKey } from './open-vault.ts'
import { seal } from './sealed.ts'
import { sessionKeysItem } from './session-items.ts'
import { type Vault, vaultItem } from './vault.ts'

/**
 * Stores the key of an account in the mode that is on.
 *
 * @throws {Trouble} while the keys are locked.
 */
export async function storeKey(accountId: string, key: string): Promise<void> {
  await changingKeys(async () => {
    const vault = await vaultItem.get()
    if (vault.mode === 'session') {
      await sessionKeysItem.update(keys => ({ ...keys, [accountId]: key }))
    } else {
      await vaultItem.set(await withKey(vault, accountId, key))
    }
  })
  announceKeys()
}

/** Forgets the key of an account; locked keys too can be forgotten. */
export async function forgetKey(accountId: string): Promise<void> {
  await changingKeys(async () => {
    const vault = await vaultItem.get()
    if (vault.mode === 'session') await sessionKeysItem.update(keys => without(keys, accountId))
    else if (vault.mode === 'keep') await vaultItem.set({ ...vault, keys: without(vault.keys, accountId) })
    else await vaultItem.set({ ...vault, keys: without(vault.keys, accountId) })
  })
  announceKeys()
}

type StoredVault = Exclude<Vault, { mode: 'session' }>

async function withKey(vault: StoredVault, accountId: string, key: string): Promise<Vault> {
  if (vault.mode === 'keep') return { ...vault, keys: { ...vault.keys, [accountId]: key } }
  const sealed = await seal(await openSealingKey(vault), accountId, key)
  return { ...vault, keys: { ...vault.keys, [accountId]: sealed } }
}

function without<T>(keys: Readonly<Record<string, T>>, accountId: string): Record<string, T> {
  return Object.fromEntries(Object.entries(keys).filter(([id]) => id !== accountId))
}
