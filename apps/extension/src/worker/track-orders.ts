import type { OrderStatus, RefillStatus, Upstream } from '@orderwright/client'
import { openRefillId } from '../outbox/follow-up.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { isOpen, type OrderEvent } from '../outbox/order-life.ts'
import { advanceOrders, ordersOf } from '../storage/orders.ts'
import { recoverOrdersOf } from './recover-orders.ts'
import { withUpstream } from './with-upstream.ts'

type Tokens = ReadonlyMap<string, string>
type Events = readonly (readonly [token: string, event: OrderEvent])[]

/** Asks about every open order and refill of the account, in as few requests as the upstream allows. */
export async function trackOrders(accountId: string): Promise<null> {
  await recoverOrdersOf(accountId)
  const entries = await ordersOf(accountId)
  const orders = tokensBy(entries, openOrderId)
  const refills = tokensBy(entries, entryRefillId)
  if (orders.size + refills.size === 0) return null
  const [orderEvents, refillEvents] = await withUpstream(accountId, upstream =>
    Promise.all([trackedOrders(upstream, orders), trackedRefills(upstream, refills)]),
  )
  await advanceOrders(new Map(orderEvents))
  await advanceOrders(new Map(refillEvents))
  return null
}

async function trackedOrders(upstream: Upstream, tokens: Tokens): Promise<Events> {
  const statuses = tokens.size === 0 ? [] : await upstream.statuses([...tokens.keys()])
  return statuses.flatMap(status => orderEvent(status, tokens))
}

async function trackedRefills(upstream: Upstream, tokens: Tokens): Promise<Events> {
  const statuses = tokens.size === 0 ? [] : await upstream.refillStatuses([...tokens.keys()])
  return statuses.flatMap(status => refillEvent(status, tokens))
}

/** An order that the upstream left out stays as it was last seen. */
function orderEvent(status: OrderStatus, tokens: Tokens): Events {
  const token = tokens.get(status.orderId)
  return token === undefined || status.kind !== 'found' ? [] : [[token, { kind: 'tracked', status }]]
}

function refillEvent(status: RefillStatus, tokens: Tokens): Events {
  const token = tokens.get(status.refillId)
  return token === undefined || status.kind !== 'found' ? [] : [[token, { kind: 'refill_tracked', status }]]
}

function tokensBy(
  entries: readonly OrderEntry[],
  idOf: (entry: OrderEntry) => string | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(entry => {
      const id = idOf(entry)
      return id === undefined ? [] : [[id, entry.token] as const]
    }),
  )
}

function openOrderId({ life }: OrderEntry): string | undefined {
  return life.kind === 'accepted' && isOpen(life) ? life.orderId : undefined
}

function entryRefillId({ life }: OrderEntry): string | undefined {
  return life.kind === 'accepted' ? openRefillId(life.followUps ?? {}) : undefined
}
