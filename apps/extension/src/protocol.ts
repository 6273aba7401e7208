import type { UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import type { Account } from './account/account.ts'
import { upstreamKindNames } from './account/upstream-kinds.ts'
import { type DataAnswers, type DataRequest, dataRequestSchema } from './data/data-protocol.ts'
import { type KeyAnswers, type KeyRequest, keyRequestSchema } from './keys/key-protocol.ts'
import { type OrderAnswers, type OrderRequest, orderRequestSchema } from './ordering/order-protocol.ts'
import type { Balance } from './storage/balances.ts'

/** Everything that a screen may ask of the worker. */
export type ScreenRequest =
  | KeyRequest
  | DataRequest
  | OrderRequest
  | {
      readonly type: 'save-account'
      /** Absent: a new account. */
      readonly id: string | null
      readonly kind: UpstreamKind
      readonly name: string
      readonly baseUrl: string
      /** Absent: the stored one stays, which only an address of the same origin can have. */
      readonly key: string | null
    }
  | { readonly type: 'remove-account'; readonly accountId: string }
  | { readonly type: 'read-balance'; readonly accountId: string }
  | { readonly type: 'read-catalogue'; readonly accountId: string }

/** What the worker answers to each request, where it succeeds. */
export interface Answers extends KeyAnswers, DataAnswers, OrderAnswers {
  readonly 'save-account': Account
  readonly 'remove-account': null
  readonly 'read-balance': Balance
  /** The catalogue itself is read from storage. */
  readonly 'read-catalogue': null
}

export type RequestType = ScreenRequest['type']

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** One sentence that tells a person what to do. */
  | { readonly ok: false; readonly sentence: string }

/** Asks the worker. Rejects where it dies before it answers: what became of the request is then unknown. */
export function ask<T extends RequestType>(
  request: Extract<ScreenRequest, { type: T }>,
): Promise<Answer<Answers[T]>> {
  return chrome.runtime.sendMessage<ScreenRequest, Answer<Answers[T]>>(request)
}

const text = v.pipe(v.string(), v.maxLength(200))
const ofAccount = { accountId: text }

type AccountRequest = Exclude<ScreenRequest, KeyRequest | DataRequest | OrderRequest>

const accountRequestSchema: v.GenericSchema<unknown, AccountRequest> = v.variant('type', [
  v.object({
    type: v.literal('save-account'),
    id: v.nullable(text),
    kind: v.picklist(upstreamKindNames),
    name: text,
    baseUrl: v.pipe(v.string(), v.maxLength(2000)),
    key: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
  }),
  v.object({ type: v.literal('remove-account'), ...ofAccount }),
  v.object({ type: v.literal('read-balance'), ...ofAccount }),
  v.object({ type: v.literal('read-catalogue'), ...ofAccount }),
])

const requestSchema = v.union([accountRequestSchema, orderRequestSchema, keyRequestSchema, dataRequestSchema])

/** The request that a message holds, or `undefined` where it holds none. */
export function parseRequest(message: unknown): ScreenRequest | undefined {
  const result = v.safeParse(requestSchema, message)
  return result.success ? result.output : undefined
}
