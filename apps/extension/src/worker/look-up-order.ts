import type { OrderRecord } from '@orderwright/outbox'
import { findOut } from './find-out.ts'

/**
 * Asks an unknown order's upstream what became of it: its list of orders, or where it has none its balance.
 *
 * @throws {Trouble} where it cannot be asked.
 */
export function lookUpOrder(id: string): Promise<OrderRecord> {
  return findOut(id, outbox => outbox.lookUp(id))
}
