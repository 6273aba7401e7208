import type { RefillEnding } from '../refill.ts'
import type { CallOptions } from '../transport/deadline.ts'
import type { Transport } from '../transport/transport.ts'
import { readId } from '../wire/leaf.ts'
import { writeMany } from './write-many.ts'

/**
 * Asks for the refill of each order; one ending for each id, in the order asked. (Panel v2 `refill` with
 * `order` for one, `orders` for more.)
 *
 * @throws {TypeError} where an id is none.
 */
export async function refills(
  transport: Transport,
  orderIds: readonly string[],
  options: CallOptions,
): Promise<readonly RefillEnding[]> {
  return await writeMany(transport, 'refill', orderIds, options, (orderId, value) => {
    const refillId = readId(value)
    return refillId === undefined ? undefined : { kind: 'accepted', orderId, refillId }
  })
}
