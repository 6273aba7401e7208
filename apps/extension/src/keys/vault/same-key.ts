import { plainKeys } from './open-vault.ts'
import { readingKeys, type StoredKey, vaultItem } from './vault.ts'

/**
 * Returns the ids of the accounts that have this very key for this very origin. The vault compares the keys themselves, so
 * that nothing made from a key has to be kept anywhere.
 *
 * @throws {Trouble} while the keys are locked.
 */
export function accountsWithKey({ origin, key }: StoredKey): Promise<readonly string[]> {
  return readingKeys(async () =>
    Object.entries(await plainKeys(await vaultItem.get())).flatMap(([id, stored]) =>
      stored.origin === origin && stored.key === key ? id : [],
    ),
  )
}
