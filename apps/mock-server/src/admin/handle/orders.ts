import type { UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { markForWord } from '../../apis/panel/order-status.ts'
import { markFor } from '../../apis/qqtube/id-status.ts'
import { amountSchema, nameSchema, upstreamSchema } from '../../schema/leaf-schemas.ts'
import { type BehaviourText, readBehaviour } from '../../simulator/behaviour.ts'
import { endCanceled, endPartially, markOrder, refundOrder } from '../../simulator/change-order.ts'
import type { Mark, Order } from '../../simulator/order.ts'
import { changeBehaviour } from '../../simulator/play-behaviour.ts'
import { runDueEvents, type SimulatorState } from '../../simulator/state.ts'
import { checkGiven } from './check-given.ts'
import { type OrderView, orderView } from './order-view.ts'

export interface OrdersControl {
  /** All orders, oldest first; those of one API or account (by name) if asked. */
  list(query?: { readonly upstream?: UpstreamKind; readonly account?: string }): readonly OrderView[]
  get(id: string | number): OrderView | undefined
  /**
   * Sets a status that stays until another is set. A delivery that it cuts off stays where it is. On a panel
   * `Partial` gives back charge × remains ÷ quantity, and `Canceled` all of the charge.
   * @param status QQTube's id_status, from 1 to 25; on a panel any word, which is shown as it is
   * @throws RangeError for an unknown order or status
   */
  setStatus(id: string | number, status: number | string): OrderView
  /**
   * Gives an order another behaviour, such as `canceled at 30 %`; an end that it has gone past comes at once.
   * @throws RangeError for an order that is unknown or has ended, a subscription, or a text that is no behaviour
   */
  setBehaviour(id: string | number, behaviour: BehaviourText): OrderView
  /**
   * Gives money back to the order's account and stops the order as refunded; without an amount, all that is left of
   * the charge.
   * @throws RangeError for an unknown order, or an amount above what is left of the charge
   */
  refund(id: string | number, amount?: string): OrderView
}

const querySchema = v.strictObject({
  upstream: v.optional(upstreamSchema),
  account: v.optional(nameSchema),
})

export function createOrdersControl(state: SimulatorState): OrdersControl {
  const existing = (id: string | number): Order => {
    const order = state.orders.get(String(id))
    if (order === undefined) throw new RangeError(`There is no order '${id}' on this server`)
    return order
  }
  return {
    list(query = {}) {
      checkGiven(querySchema, query, 'orders.list')
      const { upstream, account } = query
      const now = runDueEvents(state)
      return state.orders
        .list()
        .map(order => orderView(order, now))
        .filter(order => upstream === undefined || order.upstream === upstream)
        .filter(order => account === undefined || order.account === account)
    },
    get(id) {
      const now = runDueEvents(state)
      const order = state.orders.get(String(id))
      return order && orderView(order, now)
    },
    setStatus(id, status) {
      if (typeof status !== 'number') checkGiven(nameSchema, status, 'orders.setStatus: the status')
      const now = runDueEvents(state)
      const order = existing(id)
      if (order.account.upstream === 'qqtube') markOrder(state, order, markFor(Number(status)), now)
      else applyWord(state, order, markForWord(String(status)), now)
      return orderView(order, now)
    },
    setBehaviour(id, behaviour) {
      checkGiven(nameSchema, behaviour, 'orders.setBehaviour: the behaviour')
      const now = runDueEvents(state)
      const order = existing(id)
      changeBehaviour(state, order, readBehaviour(behaviour), now)
      return orderView(order, now)
    },
    refund(id, amount) {
      if (amount !== undefined) checkGiven(amountSchema, amount, 'orders.refund: the amount')
      const now = runDueEvents(state)
      const order = existing(id)
      refundOrder(state, order, now, amount)
      markOrder(state, order, { state: 'refunded', code: undefined }, now)
      return orderView(order, now)
    },
  }
}

function applyWord(
  state: SimulatorState,
  order: Order,
  mark: Pick<Mark, 'state' | 'code'>,
  now: number,
): void {
  if (mark.state === 'partial') endPartially(state, order, mark, now)
  else if (mark.state === 'canceled') endCanceled(state, order, mark, now)
  else markOrder(state, order, mark, now)
}
