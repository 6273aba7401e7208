import type { Upstream } from '@orderwright/client'
import type { FollowUpEvent } from '../outbox/follow-up.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { advanceOrder } from '../storage/orders.ts'
import { keepAlive } from './keep-alive.ts'
import { storedOrder } from './stored-order.ts'
import { Trouble } from './trouble.ts'
import { withUpstream } from './with-upstream.ts'

/*
 * Unlike an order these are not written down before they are sent, and may reach the upstream more than once: a
 * browser can repeat a POST by itself. Neither takes money, an upstream has one open cancel or refill for an order
 * and answers a second wish with an error, and the order's own status tells what came of it. So asking again is
 * safe, whatever became of the first time. What a repetition can cost is the number of a refill, which then shows
 * at the upstream alone.
 */

/** Asks for the order to be canceled, and resolves with the stored entry whatever the upstream says. */
export function cancelOrder(token: string): Promise<OrderEntry> {
  return askOnce(token, async (upstream, orderId, at) => {
    const [ending] = await upstream.cancel([orderId])
    return ending && { kind: 'cancel_asked', cancel: { at, ending } }
  })
}

/** Asks for what was lost of the order to be made up for; otherwise as {@link cancelOrder}. */
export function refillOrder(token: string): Promise<OrderEntry> {
  return askOnce(token, async (upstream, orderId, at) => {
    const [ending] = await upstream.refill([orderId])
    return ending && { kind: 'refill_asked', refill: { at, ending } }
  })
}

/** Asks for refills of several orders of one account in as few requests as possible; each entry keeps its answer. */
export async function refillOrders(accountId: string, tokens: readonly string[]): Promise<null> {
  const entries = await Promise.all(tokens.map(storedOrder))
  const orders = entries.flatMap(({ token, life, accountId: owner }) =>
    owner === accountId && life.kind === 'accepted' ? [{ token, orderId: life.orderId }] : [],
  )
  await keepAlive(async () => {
    const at = new Date().toISOString()
    const endings = await withUpstream(accountId, upstream =>
      upstream.refill(orders.map(({ orderId }) => orderId)),
    )
    await Promise.all(
      orders.map(async ({ token }, index) => {
        const ending = endings[index]
        if (ending !== undefined) await advanceOrder(token, { kind: 'refill_asked', refill: { at, ending } })
      }),
    )
  })
  return null
}

type Asking = (upstream: Upstream, orderId: string, at: string) => Promise<FollowUpEvent | undefined>

/** @throws {Trouble} where there is no such order, or its upstream cannot be asked at all. */
async function askOnce(token: string, asking: Asking): Promise<OrderEntry> {
  const { accountId, life } = await storedOrder(token)
  if (life.kind !== 'accepted')
    throw new Trouble('This order was not placed, so nothing can be asked for it.')
  return await keepAlive(() =>
    navigator.locks.request(`follow-up:${token}`, async () => {
      const at = new Date().toISOString()
      const event = await withUpstream(accountId, upstream => asking(upstream, life.orderId, at))
      return event === undefined ? await storedOrder(token) : await advanceOrder(token, event)
    }),
  )
}
