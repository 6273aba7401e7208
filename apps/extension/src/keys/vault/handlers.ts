import type { Account } from '../../accounts/account.ts'
import { accountsItem } from '../../accounts/account-store.ts'
import { originOf } from '../../accounts/base-url.ts'
import { UserFacingError } from '../../platform/errors.ts'
import { ownValue } from '../../platform/own-value.ts'
import type { Handlers } from '../../platform/request.ts'
import { autoLockChoices, autoLockItem } from '../auto-lock.ts'
import { announceKeys, type KeyStatus } from '../key-status.ts'
import type { KeyExchanges } from '../messages.ts'
import { changeKeyMode } from './change-mode.ts'
import { isLocked, tidyKeys } from './open-vault.ts'
import { sessionKeysItem } from './session-keys.ts'
import { messages as texts } from './texts/en.generated.ts'
import { lockKeys, putOffLock, unlockKeys } from './unlock.ts'
import { changingKeys, readingKeys, type StoredKey, vaultItem } from './vault.ts'

/** What the worker does for each request about keys. */
export const keyHandlers: Handlers<KeyExchanges> = {
  'read-key-status': readStatus,
  'change-key-mode': ({ change }) => changeKeyMode(change),
  'unlock-keys': ({ passphrase }) => unlockKeys(passphrase),
  'lock-keys': lockKeys,
  'set-auto-lock': ({ minutes }) => setAutoLock(minutes),
  'discard-keys': discardKeys,
}

function readStatus(): Promise<KeyStatus> {
  return readingKeys(async () => {
    const vault = await vaultItem.get()
    const keys: Readonly<Record<string, Pick<StoredKey, 'origin'>>> =
      vault.mode === 'session' ? await sessionKeysItem.get() : vault.keys
    const hasKey = ({ id, baseUrl }: Account): boolean => ownValue(keys, id)?.origin === originOf(baseUrl)
    return {
      mode: vault.mode,
      isLocked: await isLocked(vault),
      autoLockMinutes: await autoLockItem.get(),
      accountIds: (await accountsItem.get()).filter(hasKey).map(({ id }) => id),
    }
  })
}

async function setAutoLock(minutes: number): Promise<null> {
  if (!autoLockChoices.includes(minutes)) throw new UserFacingError(texts.unknownTime())
  await autoLockItem.set(minutes)
  await putOffLock()
  announceKeys()
  return null
}

/** Removes every key, for a forgotten passphrase. Each account then asks for its own again. */
async function discardKeys(): Promise<null> {
  await changingKeys(async () => {
    await vaultItem.set({ mode: 'keep', keys: {} })
    await tidyKeys()
  })
  announceKeys()
  return null
}
