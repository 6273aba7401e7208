import type { Account } from '../../accounts/account.ts'
import { originOf } from '../../accounts/base-url.ts'
import { announceKeys } from '../key-status.ts'
import { openSealingKey, plainKey, plainKeys, sealKey } from './open-vault.ts'
import { sessionKeysItem } from './session-keys.ts'
import { changingKeys, readingKeys, type StoredKey, type Vault, vaultItem } from './vault.ts'

/**
 * Returns the key of an account, or `undefined` if there is none for the origin of its address: one that was
 * entered for another origin is not sent to this one.
 *
 * @throws {UserFacingError} while the keys are locked.
 */
export function readKey({ id, baseUrl }: Pick<Account, 'id' | 'baseUrl'>): Promise<string | undefined> {
  return readingKeys(async () => {
    const stored = await plainKey(await vaultItem.get(), id)
    return stored?.origin === originOf(baseUrl) ? stored.key : undefined
  })
}

/**
 * Stores the key of an account, for one origin, in the mode that is on. Resolves with what puts back the key that was
 * there before, for when the rest of a change fails.
 *
 * @throws {UserFacingError} while the keys are locked.
 */
export async function storeKey(accountId: string, stored: StoredKey): Promise<() => Promise<void>> {
  const before = await changingKeys(async () => {
    const vault = await vaultItem.get()
    const known = await plainKey(vault, accountId)
    await put(vault, accountId, stored)
    return known
  })
  announceKeys()
  return async () => {
    if (before === undefined) await forgetKey(accountId)
    else await storeKey(accountId, before)
  }
}

/**
 * Returns the ids of the accounts that have this very key for this very origin. The vault compares the keys themselves, so
 * that nothing made from a key has to be kept anywhere.
 *
 * @throws {UserFacingError} while the keys are locked.
 */
export function accountsWithKey({ origin, key }: StoredKey): Promise<readonly string[]> {
  return readingKeys(async () =>
    Object.entries(await plainKeys(await vaultItem.get())).flatMap(([id, stored]) =>
      stored.origin === origin && stored.key === key ? id : [],
    ),
  )
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

async function put(vault: Vault, accountId: string, stored: StoredKey): Promise<void> {
  switch (vault.mode) {
    case 'session':
      await sessionKeysItem.update(keys => ({ ...keys, [accountId]: stored }))
      break
    case 'keep':
      await vaultItem.set({ ...vault, keys: { ...vault.keys, [accountId]: stored } })
      break
    case 'passphrase': {
      const sealed = await sealKey(await openSealingKey(vault), accountId, stored)
      await vaultItem.set({ ...vault, keys: { ...vault.keys, [accountId]: sealed } })
    }
  }
}

function without<T>(keys: Readonly<Record<string, T>>, accountId: string): Record<string, T> {
  return Object.fromEntries(Object.entries(keys).filter(([id]) => id !== accountId))
}
