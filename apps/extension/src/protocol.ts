import type { PreparedOrder } from '@orderwright/core'
import * as v from 'valibot'
import type { Account } from './account/account.ts'
import { type UpstreamKind, upstreamKindNames } from './account/upstream-kinds.ts'
import { type DataAnswers, type DataRequest, dataRequestSchema } from './data/data-protocol.ts'
import { type KeyAnswers, type KeyRequest, keyRequestSchema } from './keys/key-protocol.ts'
import type { Extent } from './outbox/extent.ts'
import { extentSchema } from './outbox/extent-schema.ts'
import type { OrderEntry } from './outbox/order-entry.ts'
import { preparedOrderSchema } from './prepared-order-schema.ts'
import type { Balance } from './storage/balances.ts'

/** Everything that a screen may ask of the worker. */
export type ScreenRequest =
  | KeyRequest
  | DataRequest
  | {
      readonly type: 'save-account'
      /** Absent: a new account. */
      readonly id: string | null
      readonly kind: UpstreamKind
      readonly name: string
      readonly baseUrl: string
      /** Absent: the stored one stays. */
      readonly key: string | null
    }
  | { readonly type: 'remove-account'; readonly accountId: string }
  | { readonly type: 'read-balance'; readonly accountId: string }
  | { readonly type: 'read-catalogue'; readonly accountId: string }
  | ({ readonly type: 'place-order' } & PlaceOrder)
  | { readonly type: 'refresh-orders'; readonly accountId: string }
  | { readonly type: 'search-order'; readonly token: string }
  | { readonly type: 'adopt-order'; readonly token: string; readonly orderId: string }
  | { readonly type: 'close-order'; readonly token: string }
  | { readonly type: 'cancel-order'; readonly token: string }
  | { readonly type: 'refill-order'; readonly token: string }
  | { readonly type: 'refill-orders'; readonly accountId: string; readonly tokens: readonly string[] }

export interface PlaceOrder {
  /** The same token twice is the same order. */
  readonly token: string
  readonly accountId: string
  readonly serviceName: string
  /** Of the page that is ordered for, or blank. */
  readonly title: string
  readonly order: PreparedOrder
  readonly extent?: Extent | undefined
  /** The total that the person confirmed, a decimal string. */
  readonly confirmed: string
}

/** What the worker answers to each request, where it succeeds. */
export interface Answers extends KeyAnswers, DataAnswers {
  readonly 'save-account': Account
  readonly 'remove-account': null
  readonly 'read-balance': Balance
  /** The catalogue itself is read from storage. */
  readonly 'read-catalogue': null
  readonly 'place-order': OrderEntry
  readonly 'refresh-orders': null
  readonly 'search-order': OrderEntry
  readonly 'adopt-order': OrderEntry
  readonly 'close-order': OrderEntry
  readonly 'cancel-order': OrderEntry
  readonly 'refill-order': OrderEntry
  readonly 'refill-orders': null
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
const ofOrder = { token: text }

const requestSchema: v.GenericSchema<unknown, Exclude<ScreenRequest, KeyRequest | DataRequest>> = v.variant(
  'type',
  [
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
    v.object({
      type: v.literal('place-order'),
      ...ofOrder,
      ...ofAccount,
      serviceName: v.string(),
      title: v.string(),
      order: preparedOrderSchema,
      extent: v.optional(extentSchema),
      confirmed: text,
    }),
    v.object({ type: v.literal('refresh-orders'), ...ofAccount }),
    v.object({ type: v.literal('search-order'), ...ofOrder }),
    v.object({ type: v.literal('adopt-order'), ...ofOrder, orderId: text }),
    v.object({ type: v.literal('close-order'), ...ofOrder }),
    v.object({ type: v.literal('cancel-order'), ...ofOrder }),
    v.object({ type: v.literal('refill-order'), ...ofOrder }),
    v.object({ type: v.literal('refill-orders'), ...ofAccount, tokens: v.array(text) }),
  ],
)

/** The request that a message holds, or `undefined` where it holds none. */
export function parseRequest(message: unknown): ScreenRequest | undefined {
  const result = v.safeParse(v.union([requestSchema, keyRequestSchema, dataRequestSchema]), message)
  return result.success ? result.output : undefined
}
