import { type ReadonlySignal, signal } from '@preact/signals'
import { request } from '../../platform/request.ts'
import { type KeyStatus, watchKeys } from '../key-status.ts'
import { keyMessages } from '../messages.ts'

/** Whether keys are locked, and the field that unlocks them: the same in the popup and in the settings. */
export interface KeyLockModel {
  /** Absent until the worker has answered. */
  readonly status: ReadonlySignal<KeyStatus | undefined>
  readonly passphrase: ReadonlySignal<string>
  /** Why unlocking failed, in one sentence. */
  readonly problem: ReadonlySignal<string | undefined>
  readonly isBusy: ReadonlySignal<boolean>
  /** Asks the worker anew. */
  read(): Promise<void>
  type(passphrase: string): void
  /** Resolves with whether the keys are unlocked now. */
  unlock(): Promise<boolean>
  lock(): Promise<void>
}

/** Follows the state of the keys until `end` aborts; `read` asks for it the first time. */
export function createKeyLock(end: AbortSignal): KeyLockModel {
  const status = signal<KeyStatus | undefined>(undefined)
  const passphrase = signal('')
  const problem = signal<string | undefined>(undefined)
  const isBusy = signal(false)

  async function read(): Promise<void> {
    const answer = await request(keyMessages['read-key-status'], {})
    if (answer.ok) status.value = answer.value
  }

  watchKeys(() => void read(), end)
  return {
    status,
    passphrase,
    problem,
    isBusy,
    read,
    type: text => {
      passphrase.value = text
      problem.value = undefined
    },
    unlock: async () => {
      if (isBusy.value) return false
      isBusy.value = true
      const answer = await request(keyMessages['unlock-keys'], { passphrase: passphrase.value })
      isBusy.value = false
      problem.value = answer.ok ? undefined : answer.sentence
      // It has done its work, or is wrong.
      passphrase.value = ''
      await read()
      return answer.ok
    },
    lock: async () => {
      await request(keyMessages['lock-keys'], {})
      await read()
    },
  }
}
