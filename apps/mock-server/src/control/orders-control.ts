import { markFor } from '../qqtube/id-status.ts'
import type { UpstreamKind } from '../upstream/accounts.ts'
import { markOrder, refundOrder } from '../upstream/change-order.ts'
import type { Order } from '../upstream/order.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'
import { type OrderView, orderView } from './order-view.ts'

export interface OrdersControl {
  /** All orders, oldest first; those of one API or account (by name) where asked. */
  list(query?: { readonly upstream?: UpstreamKind; readonly account?: string }): readonly OrderView[]
  get(id: string): OrderView | undefined
  /**
   * Sets a status that stays until another is set. A delivery that it cuts off stays where it is.
   * @param idStatus QQTube's id_status, from 1 to 25
   * @throws RangeError for an order or a status that there is none of
   */
  setStatus(id: string, idStatus: number): OrderView
  /**
   * Gives money back to the order's account and stops the order; without an amount, all that is left of the charge.
   * @throws RangeError for an order that there is none of, or an amount above what is left of the charge
   */
  refund(id: string, amount?: string): OrderView
}

export function createOrdersControl(state: UpstreamState): OrdersControl {
  const view = (order: Order): OrderView => orderView(order, state.clock.now())
  const existing = (id: string): Order => {
    const order = state.orders.get(id)
    if (order === undefined) throw new RangeError(`There is no order '${id}' on this server`)
    return order
  }
  return {
    list: ({ upstream, account } = {}) =>
      state.orders
        .list()
        .map(view)
        .filter(order => upstream === undefined || order.upstream === upstream)
        .filter(order => account === undefined || order.account === account),
    get(id) {
      const order = state.orders.get(id)
      return order && view(order)
    },
    setStatus(id, idStatus) {
      const order = existing(id)
      markOrder(state, order, markFor(idStatus))
      return view(order)
    },
    refund(id, amount) {
      const order = existing(id)
      refundOrder(state, order, amount)
      return view(order)
    },
  }
}
