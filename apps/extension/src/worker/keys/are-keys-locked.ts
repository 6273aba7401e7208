import { readingKeys } from './key-lock.ts'
import { sealingKeyOf } from './open-vault.ts'
import { type Vault, vaultItem } from './vault.ts'

/** Whether keys are behind a passphrase that has to be entered first. */
export function areKeysLocked(): Promise<boolean> {
  return readingKeys(async () => isLocked(await vaultItem.get()))
}

export async function isLocked(vault: Vault): Promise<boolean> {
  return vault.mode === 'passphrase' && (await sealingKeyOf(vault)) === undefined
}
