import type { OrderEntry } from '../outbox/order-entry.ts'
import { accountsItem } from '../storage/accounts.ts'
import { advanceOrder, advanceOrders, orderByToken, ordersOf } from '../storage/orders.ts'
import { senderLock } from './sender-lock.ts'

/**
 * Orders that an earlier worker left on the way. Whoever sends holds the account's lock, and a dead worker
 * holds none: so what is on its way under a free lock was left behind, whenever this is asked.
 */
export async function recoverOrders(): Promise<void> {
  const accounts = await accountsItem.get()
  await Promise.all(accounts.map(({ id }) => recoverOrdersOf(id)))
}

export async function recoverOrdersOf(accountId: string): Promise<void> {
  await navigator.locks.request(senderLock(accountId), { ifAvailable: true }, async lock => {
    if (lock === null) return
    const entries = await ordersOf(accountId)
    const lost = entries.filter(isOnItsWay).map(({ token }) => [token, { kind: 'worker_lost' }] as const)
    if (lost.length > 0) await advanceOrders(new Map(lost))
  })
}

/** For use while holding the account's lock: the entry, taken on if it was left behind. */
export async function recoveredOrder(token: string): Promise<OrderEntry | undefined> {
  const entry = await orderByToken(token)
  if (entry === undefined || !isOnItsWay(entry)) return entry
  return await advanceOrder(token, { kind: 'worker_lost' })
}

function isOnItsWay({ life }: OrderEntry): boolean {
  return life.kind === 'intent' || life.kind === 'sending'
}
