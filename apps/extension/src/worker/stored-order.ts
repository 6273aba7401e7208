import type { OrderEntry } from '../journal/order-entry.ts'
import { orderById } from '../storage/orders.ts'
import { Trouble } from './trouble.ts'

/** @throws {Trouble} where the journal has no such order. */
export async function storedOrder(id: string): Promise<OrderEntry> {
  const entry = await orderById(id)
  if (entry === undefined) throw new Trouble('This order is no longer in the journal.')
  return entry
}
