import type { CancelEnding } from '../item-ending.ts'
import type { CallOptions } from '../transport/deadline.ts'
import type { Transport } from '../transport/transport.ts'
import { readId } from '../wire/leaf.ts'
import { writeMany } from './write-many.ts'

/**
 * Asks for each order to be canceled; one ending for each id, in the order asked. What is accepted is asked for
 * and not yet refunded: the order's status tells. (Panel v2 `cancel`.)
 *
 * @throws {TypeError} where an id is none.
 */
export async function cancel(
  transport: Transport,
  orderIds: readonly string[],
  options: CallOptions,
): Promise<readonly CancelEnding[]> {
  return await writeMany(transport, 'cancel', orderIds, options, (orderId, value) =>
    value === true || readId(value) !== undefined ? ({ kind: 'accepted', orderId } as const) : undefined,
  )
}
