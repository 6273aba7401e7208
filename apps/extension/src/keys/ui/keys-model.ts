import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { request } from '../../platform/request.ts'
import type { KeyMode } from '../key-status.ts'
import { type KeyModeChange, keyMessages } from '../messages.ts'
import { createKeyLock, type KeyLockModel } from './key-lock-model.ts'
import { createStrengthJudge, type PassphraseStrength } from './passphrase-strength.ts'
import { messages as texts } from './texts/en.generated.ts'

export type PassphraseIssues = Readonly<Partial<Record<'passphrase' | 'again', string>>>

interface Done {
  readonly mode: KeyMode
  /** Whether the browser's files may still hold the plain keys: its database writes what is new beside what was. */
  readonly hasTraces: boolean
}

export interface KeysModel {
  readonly lock: KeyLockModel
  /** What is chosen, and in force once it is applied. */
  readonly mode: ReadonlySignal<KeyMode>
  readonly passphrase: ReadonlySignal<string>
  readonly again: ReadonlySignal<string>
  /** What the passphrase is worth as it is typed; absent while there is none. */
  readonly strength: ReadonlySignal<PassphraseStrength | undefined>
  readonly issues: ReadonlySignal<PassphraseIssues>
  /** Why the last change failed, in one sentence. */
  readonly problem: ReadonlySignal<string | undefined>
  /** What the last change did, and what it could not do. */
  readonly done: ReadonlySignal<Done | undefined>
  readonly isBusy: ReadonlySignal<boolean>
  /** Whether there is anything to apply. */
  readonly isChanged: ReadonlySignal<boolean>
  choose(mode: KeyMode): void
  type(fields: { readonly passphrase?: string; readonly again?: string }): void
  /** Stores all keys again in the chosen way. */
  apply(): Promise<void>
  setAutoLock(minutes: number): Promise<void>
  /** Gives up every key, for a passphrase that was forgotten. */
  discard(): Promise<void>
}

interface NamedAccount {
  readonly name: string
  readonly baseUrl: string
}

/**
 * Opens the model of how keys are kept. The accounts' names and hosts stand on the screen, so a passphrase must not be
 * made of them.
 */
export async function openKeysModel(
  accounts: ReadonlySignal<readonly NamedAccount[]>,
  end: AbortSignal,
): Promise<KeysModel> {
  const lock = createKeyLock(end)
  await lock.read()
  const mode = signal<KeyMode>(lock.status.value?.mode ?? 'keep')
  const passphrase = signal('')
  const again = signal('')
  // The list of what is commonly chosen takes a moment to read: only for who chooses a passphrase.
  let judge: ReturnType<typeof createStrengthJudge> | undefined
  const strength = computed(() => {
    if (mode.value !== 'passphrase' || passphrase.value === '') return undefined
    judge ??= createStrengthJudge()
    return judge(passphrase.value, accounts.value.flatMap(ownWords))
  })
  const findIssues = (): PassphraseIssues => issuesOf(strength.value, passphrase.value === again.value)
  const issues = signal<PassphraseIssues>({})
  const problem = signal<string | undefined>(undefined)
  const done = signal<Done | undefined>(undefined)
  const isBusy = signal(false)

  const current = computed(() => lock.status.value?.mode ?? 'keep')
  // Another window may have changed it.
  const stop = effect(() => {
    mode.value = current.value
  })
  end.addEventListener('abort', stop)

  function empty(): void {
    passphrase.value = ''
    again.value = ''
    issues.value = {}
    problem.value = undefined
    done.value = undefined
  }

  async function change(wanted: KeyModeChange): Promise<void> {
    isBusy.value = true
    const wasPlain = current.value === 'keep' && wanted.mode !== 'keep'
    const answer = await request(keyMessages['change-key-mode'], { change: wanted })
    empty()
    isBusy.value = false
    if (answer.ok) done.value = { mode: wanted.mode, hasTraces: wasPlain }
    else problem.value = answer.sentence
  }

  return {
    lock,
    mode,
    passphrase,
    again,
    strength,
    issues,
    problem,
    done,
    isBusy,
    isChanged: computed(() => mode.value !== current.value || mode.value === 'passphrase'),
    choose: chosen => {
      empty()
      mode.value = chosen
    },
    type: fields => {
      passphrase.value = fields.passphrase ?? passphrase.value
      again.value = fields.again ?? again.value
      if (Object.keys(issues.value).length > 0) issues.value = findIssues()
    },
    apply: async () => {
      if (isBusy.value) return
      if (mode.value !== 'passphrase') return await change({ mode: mode.value })
      issues.value = findIssues()
      if (Object.keys(issues.value).length > 0) return
      await change({ mode: 'passphrase', passphrase: passphrase.value })
    },
    setAutoLock: async minutes => {
      const answer = await request(keyMessages['set-auto-lock'], { minutes })
      problem.value = answer.ok ? undefined : answer.sentence
    },
    discard: async () => {
      const answer = await request(keyMessages['discard-keys'], {})
      empty()
      if (!answer.ok) problem.value = answer.sentence
    },
  }
}

function ownWords({ name, baseUrl }: NamedAccount): readonly string[] {
  return [name, URL.parse(baseUrl)?.hostname ?? '']
}

function issuesOf(strength: PassphraseStrength | undefined, isSame: boolean): PassphraseIssues {
  if (strength === undefined) return { passphrase: texts.passphrase.missing() }
  if (strength.advice !== undefined) return { passphrase: strength.advice }
  return isSame ? {} : { again: texts.passphrase.differs() }
}
