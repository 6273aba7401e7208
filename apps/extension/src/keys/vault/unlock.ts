import { UserFacingError } from '../../platform/errors.ts'
import { autoLockItem } from '../auto-lock.ts'
import { announceKeys } from '../key-status.ts'
import { derive, toBase64, unseal } from './crypto.ts'
import { clearLockAlarm, setLockAlarm } from './lock-alarm.ts'
import { tidyKeys } from './open-vault.ts'
import { unlockedItem } from './session-keys.ts'
import { messages as texts } from './texts/en.generated.ts'
import { changingKeys, vaultItem } from './vault.ts'

/** What the vault's known text is sealed under: no account's id. */
export const checkLabel = 'orderwright:check'

/**
 * Opens the vault until it locks itself, is locked, or the browser ends.
 *
 * @throws {UserFacingError} for another passphrase, with nothing said but that.
 */
export async function unlockKeys(passphrase: string): Promise<null> {
  const vault = await vaultItem.get()
  if (vault.mode !== 'passphrase') return null
  const sealingKey = await derive(passphrase, vault.derivation)
  if ((await unseal(sealingKey, checkLabel, vault.check)) === undefined) {
    throw new UserFacingError(texts.wrongPassphrase())
  }
  await changingKeys(async () => {
    const until = await unlockedUntil()
    await unlockedItem.set({ salt: vault.derivation.salt, sealingKey: toBase64(sealingKey), until })
    // The vault may have got another passphrase meanwhile.
    await tidyKeys()
  })
  announceKeys()
  return null
}

/** Takes what opens the vault out of memory. */
export async function lockKeys(): Promise<null> {
  await changingKeys(() => unlockedItem.remove())
  await clearLockAlarm()
  announceKeys()
  return null
}

/** Begins the time until the keys lock themselves anew, since a person is at work. */
export async function putOffLock(): Promise<void> {
  await changingKeys(async () => {
    await tidyKeys()
    const unlocked = await unlockedItem.get()
    if (unlocked !== null) await unlockedItem.set({ ...unlocked, until: await unlockedUntil() })
  })
}

/** Locks what is due, and forgets what is left over. Call it when the alarm rings and when the worker starts. */
export async function lockWhenDue(): Promise<void> {
  await changingKeys(tidyKeys)
  const unlocked = await unlockedItem.get()
  if (unlocked !== null && unlocked.until !== null) await setLockAlarm(unlocked.until)
  announceKeys()
}

/** Returns when keys that are used now lock themselves, and sets an alarm for it: the worker sleeps by then. */
export async function unlockedUntil(): Promise<number | null> {
  const minutes = await autoLockItem.get()
  if (minutes === 0) {
    await clearLockAlarm()
    return null
  }
  const when = Date.now() + minutes * 60_000
  await setLockAlarm(when)
  return when
}
