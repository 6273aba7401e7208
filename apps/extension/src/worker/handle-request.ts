import type { Answer, Answers, RequestType, ScreenRequest } from '../protocol.ts'
import { describeFailure } from '../storage/describe-failure.ts'
import { removeAccount, saveAccount } from './accounts.ts'
import { answerOrder } from './answer-order.ts'
import { cancelOrder, refillOrder, refillOrders } from './ask-follow-up.ts'
import { attend } from './attend.ts'
import { dataHandlers } from './data/handle-data.ts'
import { followAccount } from './follow-account.ts'
import { keyHandlers } from './keys/handle-keys.ts'
import { lookUpOrder } from './look-up-order.ts'
import { openOutbox } from './outbox.ts'
import { placeOrder } from './place-order.ts'
import { readBalance } from './read-balance.ts'
import { readCatalogue } from './read-catalogue.ts'
import { seeNews } from './see-news.ts'
import { Trouble } from './trouble.ts'
import { withUpstream } from './with-upstream.ts'

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
