import * as v from 'valibot'
import type { Balance } from '../accounts/balances.ts'
import { optionsPage, popupPage } from '../platform/pages.ts'
import type { Messages } from '../platform/request.ts'

export interface CatalogueExchanges {
  readonly 'read-balance': { readonly data: { readonly accountId: string }; readonly answer: Balance }
  /** The catalogue itself is read from storage. */
  readonly 'read-catalogue': { readonly data: { readonly accountId: string }; readonly answer: null }
}

const accountId = v.pipe(v.string(), v.maxLength(200))

export const catalogueMessages: Messages<CatalogueExchanges> = {
  'read-balance': {
    type: 'read-balance',
    schema: v.object({ type: v.literal('read-balance'), accountId }),
    pages: [optionsPage, popupPage],
  },
  'read-catalogue': {
    type: 'read-catalogue',
    schema: v.object({ type: v.literal('read-catalogue'), accountId }),
    pages: [popupPage],
  },
}
