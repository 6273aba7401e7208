import { sealingKeyOf } from './open-vault.ts'
import { sessionKeysItem, unlockedItem } from './session-items.ts'
import { vaultItem } from './vault.ts'

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
