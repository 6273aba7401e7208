import type { OrderStatus } from '@orderwright/client'
import { isOpen, type OrderEvent } from '../outbox/order-life.ts'
import { advanceOrders, ordersOf } from '../storage/orders.ts'
import { recoverOrdersOf } from './recover-orders.ts'
import { withUpstream } from './with-upstream.ts'

/** Asks about every open order of the account, in as few requests as the upstream allows. */
export async function trackOrders(accountId: string): Promise<null> {
  await recoverOrdersOf(accountId)
  const open = (await ordersOf(accountId)).filter(({ life }) => isOpen(life))
  if (open.length === 0) return null
  const tokens = new Map(
    open.flatMap(({ life, token }) => (life.kind === 'accepted' ? [[life.orderId, token]] : [])),
  )
  const statuses = await withUpstream(accountId, upstream => upstream.statuses([...tokens.keys()]))
  await advanceOrders(new Map(statuses.flatMap(status => eventOf(status, tokens))))
  return null
}

/** An order that the upstream left out stays as it was last seen. */
function eventOf(
  status: OrderStatus,
  tokens: ReadonlyMap<string, string>,
): readonly (readonly [token: string, event: OrderEvent])[] {
  const token = tokens.get(status.orderId)
  return token === undefined || status.kind !== 'found' ? [] : [[token, { kind: 'tracked', status }]]
}
