import * as v from 'valibot'
import { type AccountSettingsExchanges, accountSettingsMessages } from './account-settings/messages.ts'
import { openDemo } from './account-settings/open-demo.background.ts'
import { recognize } from './account-settings/recognize.background.ts'
import { removeAccount, saveAccount } from './account-settings/save-account.background.ts'
import { withUpstream } from './accounts/upstream/open-upstream.background.ts'
import { refreshIndicators } from './after-order-change.background.ts'
import { backupHandlers } from './backup/handlers.background.ts'
import { type BackupExchanges, backupMessages } from './backup/messages.ts'
import { type CatalogueExchanges, catalogueMessages } from './catalogue/messages.ts'
import { readBalance, readCatalogue } from './catalogue/read-upstream.background.ts'
import { type CheckoutExchanges, checkoutMessages } from './checkout/messages.ts'
import { placeOrder } from './checkout/place-order.background.ts'
import { type KeyExchanges, keyMessages } from './keys/messages.ts'
import { keyHandlers } from './keys/vault/handlers.ts'
import { type NotificationExchanges, notificationMessages } from './notifications/messages.ts'
import { markChangesSeen } from './notifications/seen-changes.ts'
import { cancelOrder, refillOrder, refillOrders } from './orders/actions/ask-action.background.ts'
import { type OrderExchanges, orderMessages } from './orders/messages.ts'
import { openOutbox } from './orders/open-outbox.background.ts'
import { answerOrder, lookUpOrder } from './orders/unknown/resolve-unknown.background.ts'
import { describeFailure, UserFacingError } from './platform/errors.ts'
import type { Answer, Handlers, Messages } from './platform/request.ts'
import { pollAccount } from './polling/poll-account.background.ts'

/** Everything that a screen may ask of the worker. */
interface Requests
  extends AccountSettingsExchanges,
    BackupExchanges,
    CatalogueExchanges,
    CheckoutExchanges,
    KeyExchanges,
    NotificationExchanges,
    OrderExchanges {}

export type RequestType = keyof Requests

export type ScreenRequest = {
  readonly [T in RequestType]: { readonly type: T } & Requests[T]['data']
}[RequestType]

/** The one table of messages: what each holds, which page may send it, and below what the worker does for it. */
const messages: Messages<Requests> = {
  ...accountSettingsMessages,
  ...backupMessages,
  ...catalogueMessages,
  ...checkoutMessages,
  ...keyMessages,
  ...notificationMessages,
  ...orderMessages,
}

const handlers: Handlers<Requests> = {
  ...keyHandlers,
  ...backupHandlers,
  'save-account': saveAccount,
  'recognize-upstream': recognize,
  'open-demo': openDemo,
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
  'refresh-orders': ({ accountId, trigger }) => pollAccount(accountId, trigger).finally(refreshIndicators),
  'look-up-order': ({ id }) => lookUpOrder(id),
  'answer-order': ({ id, said }) => answerOrder(id, said),
  'cancel-order': ({ id }) => cancelOrder(id),
  'refill-order': ({ id }) => refillOrder(id),
  'refill-orders': ({ accountId, ids }) => refillOrders(accountId, ids),
  'mark-changes-seen': ({ changes }) => markChangesSeen(changes),
}

/** What changes which orders are followed, or may be, or what was seen of them, beside the orders themselves. */
const unsettling: readonly RequestType[] = [
  'save-account',
  'remove-account',
  'unlock-keys',
  'lock-keys',
  'change-key-mode',
  'cancel-order',
  'refill-order',
  'refill-orders',
  'mark-changes-seen',
  'import-data',
  'forget-everything',
]

const requestSchema = v.union(Object.values(messages).map(({ schema }) => schema))

/** Returns the request that a message holds, or `undefined` if it holds none. */
export function parseRequest(message: unknown): ScreenRequest | undefined {
  const result = v.safeParse(requestSchema, message)
  return result.success ? result.output : undefined
}

/** Does what a screen asks; whatever goes wrong becomes one sentence. */
export async function handleRequest<T extends RequestType>(
  request: Extract<ScreenRequest, { type: T }>,
): Promise<Answer<Requests[T]['answer']>> {
  try {
    const value = await handlers[request.type](request)
    if (unsettling.includes(request.type)) await refreshIndicators()
    return { ok: true, value }
  } catch (error) {
    const sentence = error instanceof UserFacingError ? error.message : describeFailure(error)
    return { ok: false, sentence }
  }
}

/** Returns whether the message comes from the very page of this extension that may send it. */
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
  return `${url.protocol}//${url.host}/` === own && messages[type].pages.includes(url.pathname)
}
