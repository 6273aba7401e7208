import type { Account } from './accounts.ts'
import type { Order } from './order.ts'

/** The first order's number is the one in QQTube's document. */
const firstId = 123_456

export interface OrderBook {
  add(order: Omit<Order, 'id' | 'polls' | 'cancelAt' | 'mark' | 'refund'>): Order
  /** Enters an order that another server took, with its number; oldest first. */
  restore(order: Order): Order
  get(id: string): Order | undefined
  /** All orders, oldest first. */
  list(): readonly Order[]
  /** An account's orders, newest first, at most `limit` of them and only those numbered below `beforeId`. */
  newest(account: Account, limit: number, beforeId?: bigint): readonly Order[]
  /** Forgets all of them, and numbers from the first again. */
  clear(): void
}

export function createOrderBook(): OrderBook {
  const orders = new Map<string, Order>()
  const ofAccount = new Map<Account, Order[]>()

  const enter = (order: Order): Order => {
    orders.set(order.id, order)
    const own = ofAccount.get(order.account)
    if (own === undefined) ofAccount.set(order.account, [order])
    else own.push(order)
    return order
  }

  return {
    restore: enter,
    add: taken =>
      enter({
        ...taken,
        id: String(firstId + orders.size),
        polls: 0,
        cancelAt: undefined,
        mark: undefined,
        refund: undefined,
      }),
    get: id => orders.get(id),
    list: () => [...orders.values()],
    newest(account, limit, beforeId) {
      const own = ofAccount.get(account) ?? []
      const end =
        beforeId === undefined ? own.length : own.findLastIndex(order => BigInt(order.id) < beforeId) + 1
      return own.slice(Math.max(0, end - limit), end).reverse()
    },
    clear() {
      orders.clear()
      ofAccount.clear()
    },
  }
}
