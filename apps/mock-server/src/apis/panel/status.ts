import type { Json } from '../../http/json.ts'
import type { Order } from '../../simulator/order.ts'
import { poll } from '../../simulator/play-behaviour.ts'
import { panelErrors } from './errors.ts'
import { idList } from './id-list.ts'
import { orderStatus } from './order-status.ts'
import { answered, ownOrder, type PanelCall, type PanelResult } from './panel-call.ts'

/** `action=status`: of one `order`, or of many `orders` in an object by id. */
export function status(call: PanelCall): PanelResult {
  const one = call.fields.get('order')
  if (one !== undefined) {
    const order = ownOrder(call, one)
    return order === undefined ? { error: panelErrors.incorrectOrder } : answered(polledStatus(call, order))
  }
  const ids = idList(call.fields.get('orders'))
  return answered(Object.fromEntries(ids.map(id => [id, statusOrError(call, id)])))
}

function statusOrError(call: PanelCall, id: string): Json {
  const order = ownOrder(call, id)
  return order === undefined ? { error: panelErrors.incorrectOrder.text } : { ...polledStatus(call, order) }
}

function polledStatus({ state, now }: PanelCall, order: Order): ReturnType<typeof orderStatus> {
  poll(state, order, now)
  return orderStatus(order, now)
}
