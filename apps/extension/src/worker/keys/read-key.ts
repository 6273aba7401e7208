import { readingKeys } from './key-lock.ts'
import { openSealingKey } from './open-vault.ts'
import { unseal } from './sealed.ts'
import { sessionKeysItem } from './session-items.ts'
import { vaultItem } from './vault.ts'

/**
 * The key of an account, or `undefined` where there is none.
 *
 * @throws {Trouble} while the keys are locked.
 */
export function readKey(accountId: string): Promise<string | undefined> {
  return readingKeys(async () => {
    const vault = await vaultItem.get()
    switch (vault.mode) {
      case 'keep':
        return vault.keys[accountId]
      case 'session':
        return (await sessionKeysItem.get())[accountId]
      case 'passphrase': {
        const sealed = vault.keys[accountId]
        return sealed && (await unseal(await openSealingKey(vault), accountId, sealed))
      }
    }
  })
}
