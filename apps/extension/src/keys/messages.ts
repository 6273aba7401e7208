import * as v from 'valibot'
import { optionsPage, popupPage } from '../platform/pages.ts'
import type { Messages } from '../platform/request.ts'
import type { KeyStatus } from './key-status.ts'

export type KeyModeChange =
  | { readonly mode: 'keep' }
  | { readonly mode: 'session' }
  | { readonly mode: 'passphrase'; readonly passphrase: string }

export interface KeyExchanges {
  readonly 'read-key-status': { readonly data: object; readonly answer: KeyStatus }
  readonly 'change-key-mode': { readonly data: { readonly change: KeyModeChange }; readonly answer: null }
  readonly 'unlock-keys': { readonly data: { readonly passphrase: string }; readonly answer: null }
  readonly 'lock-keys': { readonly data: object; readonly answer: null }
  readonly 'set-auto-lock': { readonly data: { readonly minutes: number }; readonly answer: null }
  readonly 'discard-keys': { readonly data: object; readonly answer: null }
}

const passphrase = v.pipe(v.string(), v.maxLength(1000))

export const keyMessages: Messages<KeyExchanges> = {
  'read-key-status': {
    type: 'read-key-status',
    schema: v.object({ type: v.literal('read-key-status') }),
    pages: [optionsPage, popupPage],
  },
  'change-key-mode': {
    type: 'change-key-mode',
    schema: v.object({
      type: v.literal('change-key-mode'),
      change: v.variant('mode', [
        v.object({ mode: v.literal('keep') }),
        v.object({ mode: v.literal('session') }),
        v.object({ mode: v.literal('passphrase'), passphrase }),
      ]),
    }),
    pages: [optionsPage],
  },
  'unlock-keys': {
    type: 'unlock-keys',
    schema: v.object({ type: v.literal('unlock-keys'), passphrase }),
    pages: [optionsPage, popupPage],
  },
  'lock-keys': {
    type: 'lock-keys',
    schema: v.object({ type: v.literal('lock-keys') }),
    pages: [optionsPage, popupPage],
  },
  'set-auto-lock': {
    type: 'set-auto-lock',
    schema: v.object({ type: v.literal('set-auto-lock'), minutes: v.number() }),
    pages: [optionsPage],
  },
  'discard-keys': {
    type: 'discard-keys',
    schema: v.object({ type: v.literal('discard-keys') }),
    pages: [optionsPage],
  },
}
