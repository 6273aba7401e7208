import type { OrderStore } from '@orderwright/outbox'
import { orderById, ordersWhere, updateRecord } from './order-history.ts'

/** The store that the outbox keeps its records in: the order history. */
export const orderStore: OrderStore = {
  get: async id => (await orderById(id))?.record,
  list: async filter => (await ordersWhere(filter)).map(({ record }) => record),
  update: updateRecord,
}
