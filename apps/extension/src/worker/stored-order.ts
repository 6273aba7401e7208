import type { OrderEntry } from '../outbox/order-entry.ts'
import { orderByToken } from '../storage/orders.ts'
import { Trouble } from './trouble.ts'

/** @throws {Trouble} where the journal has no such order. */
export async function storedOrder(token: string): Promise<OrderEntry> {
  const entry = await orderByToken(token)
  if (entry === undefined) throw new Trouble('This order is no longer in the journal.')
  return entry
}
