import type { Answer, Answers, RequestType, ScreenRequest } from '../protocol.ts'
import { advanceOrder } from '../storage/orders.ts'
import { removeAccount, saveAccount } from './accounts.ts'
import { adoptOrder } from './adopt-order.ts'
import { cancelOrder, refillOrder, refillOrders } from './ask-follow-up.ts'
import { dataHandlers } from './data/handle-data.ts'
import { keyHandlers } from './keys/handle-keys.ts'
import { placeOrder } from './place-order.ts'
import { readBalance } from './read-balance.ts'
import { readCatalogue } from './read-catalogue.ts'
import { searchOrder } from './search-order.ts'
import { trackOrders } from './track-orders.ts'
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
  'refresh-orders': ({ accountId }) => trackOrders(accountId),
  'search-order': ({ token }) => searchOrder(token),
  'adopt-order': adoptOrder,
  'close-order': ({ token }) => advanceOrder(token, { kind: 'closed' }),
  'cancel-order': ({ token }) => cancelOrder(token),
  'refill-order': ({ token }) => refillOrder(token),
  'refill-orders': ({ accountId, tokens }) => refillOrders(accountId, tokens),
}

/** Does what a screen asks; whatever goes wrong becomes one sentence. */
export async function handleRequest<T extends RequestType>(
  request: Extract<ScreenRequest, { type: T }>,
): Promise<Answer<Answers[T]>> {
  try {
    return { ok: true, value: await handlers[request.type](request) }
  } catch (error) {
    const sentence =
      error instanceof Trouble
        ? error.message
        : 'Something went wrong in the extension itself. Close this window, open it again, and look at your orders first.'
    return { ok: false, sentence }
  }
}
