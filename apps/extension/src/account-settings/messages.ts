import type { UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import type { Account } from '../accounts/account.ts'
import { upstreamKindNames } from '../accounts/upstream-kinds.ts'
import { optionsPage, popupPage, welcomePage } from '../platform/pages.ts'
import type { Messages } from '../platform/request.ts'

export interface SaveAccount {
  /** `null`: a new account. */
  readonly id: string | null
  readonly kind: UpstreamKind
  readonly name: string
  readonly baseUrl: string
  /** `null`: the stored one stays, which only an address of the same origin can have. */
  readonly key: string | null
}

/** What an address turned out to have; `refused`: one of the APIs, which does not take the key. */
export type Recognized =
  | { readonly kind: 'found'; readonly upstream: UpstreamKind; readonly baseUrl: string }
  | { readonly kind: 'refused' | 'none' }

export interface AccountSettingsExchanges {
  readonly 'save-account': { readonly data: SaveAccount; readonly answer: Account }
  readonly 'recognize-upstream': {
    readonly data: { readonly baseUrl: string; readonly key: string }
    readonly answer: Recognized
  }
  /** Adds the account at the demo provider, if it is not there, and chooses it. */
  readonly 'open-demo': { readonly data: object; readonly answer: null }
  readonly 'remove-account': { readonly data: { readonly accountId: string }; readonly answer: null }
}

const text = v.pipe(v.string(), v.maxLength(200))

export const accountSettingsMessages: Messages<AccountSettingsExchanges> = {
  'save-account': {
    type: 'save-account',
    schema: v.object({
      type: v.literal('save-account'),
      id: v.nullable(text),
      kind: v.picklist(upstreamKindNames),
      name: text,
      baseUrl: v.pipe(v.string(), v.maxLength(2000)),
      key: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
    }),
    pages: [optionsPage],
  },
  'recognize-upstream': {
    type: 'recognize-upstream',
    schema: v.object({
      type: v.literal('recognize-upstream'),
      baseUrl: v.pipe(v.string(), v.maxLength(2000)),
      key: v.pipe(v.string(), v.maxLength(1000)),
    }),
    pages: [optionsPage],
  },
  'open-demo': {
    type: 'open-demo',
    schema: v.object({ type: v.literal('open-demo') }),
    pages: [welcomePage, optionsPage, popupPage],
  },
  'remove-account': {
    type: 'remove-account',
    schema: v.object({ type: v.literal('remove-account'), accountId: text }),
    pages: [optionsPage],
  },
}
