import type { UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { removeAccount, saveAccount } from './account-settings/save-account.background.ts'
import type { Account } from './accounts/account.ts'
import type { Balance } from './accounts/balances.ts'
import { withUpstream } from './accounts/upstream/open-upstream.background.ts'
import { upstreamKindNames } from './accounts/upstream-kinds.ts'
import { attend } from './after-order-change.background.ts'
import { dataHandlers } from './backup/handlers.background.ts'
import { type DataAnswers, type DataRequest, dataRequestSchema } from './backup/messages.ts'
import { readBalance, readCatalogue } from './catalogue/read-upstream.background.ts'
import { placeOrder } from './checkout/place-order.background.ts'
import { type KeyAnswers, type KeyRequest, keyRequestSchema } from './keys/messages.ts'
import { keyHandlers } from './keys/vault/handlers.ts'
import { seeNews } from './notifications/mark-seen.background.ts'
import { cancelOrder, refillOrder, refillOrders } from './orders/actions/ask-action.background.ts'
import { type OrderAnswers, type OrderRequest, orderRequestSchema } from './orders/messages.ts'
import { openOutbox } from './orders/open-outbox.background.ts'
import { answerOrder, lookUpOrder } from './orders/unknown/resolve-unknown.background.ts'
import { describeFailure, Trouble } from './platform/errors.ts'
import { followAccount } from './polling/poll-account.background.ts'

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

type Handlers = {
  readonly [T in RequestType]: (request: Extract<ScreenRequest, { type: T }>) => Promise<Answers[T]>
}

const handlers: Handlers = {
  ...keyHandlers,
  ...dataHandlers,
  'save-account': saveAccount,
  'remove-account': ({ accountId }) => removeAccount(accountId),
  'read-balance': ({ accountId }) => withUpstream(accountId, readBalance),
  'read-catalogue': async ({ accountId }) => {
    await withUpstream(accountId, readCatalogue)
    return null
  },
  'place-order': placeOrder,
  'recover-orders': async () => {
    await openOutbox().recover()
    return null
  },
  'refresh-orders': ({ accountId, occasion }) => followAccount(accountId, occasion),
  'look-up-order': ({ id }) => lookUpOrder(id),
  'answer-order': ({ id, said }) => answerOrder(id, said),
  'cancel-order': ({ id }) => cancelOrder(id),
  'refill-order': ({ id }) => refillOrder(id),
  'refill-orders': ({ accountId, ids }) => refillOrders(accountId, ids),
  'see-news': ({ news }) => seeNews(news),
}

/** What changes which orders are followed, or may be, beside the orders themselves. */
const unsettling: readonly RequestType[] = [
  'save-account',
  'remove-account',
  'unlock-keys',
  'lock-keys',
  'change-key-mode',
  'cancel-order',
  'refill-order',
  'refill-orders',
  'import-data',
  'forget-everything',
]

/** Does what a screen asks; whatever goes wrong becomes one sentence. */
export async function handleRequest<T extends RequestType>(
  request: Extract<ScreenRequest, { type: T }>,
): Promise<Answer<Answers[T]>> {
  try {
    const value = await handlers[request.type](request)
    if (unsettling.includes(request.type)) await attend()
    return { ok: true, value }
  } catch (error) {
    const sentence = error instanceof Trouble ? error.message : describeFailure(error)
    return { ok: false, sentence }
  }
}

const popup = '/src/screens/popup.html'

const options = '/src/screens/options.html'

/** Which page may ask for what: the options page cannot order, the popup cannot touch a key. */
const pages = {
  'save-account': [options],
  'remove-account': [options],
  'read-balance': [options, popup],
  'read-catalogue': [popup],
  'place-order': [popup],
  'recover-orders': [popup],
  'refresh-orders': [popup],
  'look-up-order': [popup],
  'answer-order': [popup],
  'cancel-order': [popup],
  'refill-order': [popup],
  'refill-orders': [popup],
  'see-news': [popup],
  'read-key-status': [options, popup],
  'unlock-keys': [options, popup],
  'lock-keys': [options, popup],
  'change-key-mode': [options],
  'set-auto-lock': [options],
  'discard-keys': [options],
  'export-data': [options],
  'preview-import': [options],
  'import-data': [options],
  'forget-everything': [options],
} as const satisfies Record<RequestType, readonly string[]>

/** Whether the message comes from the very page of this extension that may send it. */
export function isSenderAllowed(
  sender: Pick<chrome.runtime.MessageSender, 'id' | 'origin' | 'url' | 'frameId'>,
  type: RequestType,
): boolean {
  const own = chrome.runtime.getURL('')
  if (sender.id !== chrome.runtime.id || `${sender.origin}/` !== own) return false
  // A page of ours in a frame is in somebody else's hands.
  if (sender.frameId !== undefined && sender.frameId !== 0) return false
  if (sender.url === undefined || !URL.canParse(sender.url)) return false
  const url = new URL(sender.url)
  const allowed: readonly string[] = pages[type]
  return `${url.protocol}//${url.host}/` === own && allowed.includes(url.pathname)
}
