import * as v from 'valibot'
import type { KeyStatus } from './key-status.ts'

export type KeyModeChange =
  | { readonly mode: 'keep' }
  | { readonly mode: 'session' }
  | { readonly mode: 'passphrase'; readonly passphrase: string }

/** What a screen may ask of the worker about keys. */
export type KeyRequest =
  | { readonly type: 'read-key-status' }
  | { readonly type: 'change-key-mode'; readonly change: KeyModeChange }
  | { readonly type: 'unlock-keys'; readonly passphrase: string }
  | { readonly type: 'lock-keys' }
  | { readonly type: 'set-auto-lock'; readonly minutes: number }
  | { readonly type: 'discard-keys' }

export interface KeyAnswers {
  readonly 'read-key-status': KeyStatus
  readonly 'change-key-mode': null
  readonly 'unlock-keys': null
  readonly 'lock-keys': null
  readonly 'set-auto-lock': null
  readonly 'discard-keys': null
}

const passphrase = v.pipe(v.string(), v.maxLength(1000))

export const keyRequestSchema: v.GenericSchema<unknown, KeyRequest> = v.variant('type', [
  v.object({ type: v.literal('read-key-status') }),
  v.object({
    type: v.literal('change-key-mode'),
    change: v.variant('mode', [
      v.object({ mode: v.literal('keep') }),
      v.object({ mode: v.literal('session') }),
      v.object({
        mode: v.literal('passphrase'),
        passphrase,
      }),
    ]),
  }),
  v.object({ type: v.literal('unlock-keys'), passphrase }),
  v.object({ type: v.literal('lock-keys') }),
  v.object({ type: v.literal('set-auto-lock'), minutes: v.number() }),
  v.object({ type: v.literal('discard-keys') }),
])
