import type { CallOptions } from '../transport/deadline.ts'
import { own } from '../transport/own-error.ts'
import type { Transport } from '../transport/transport.ts'
import { isRecord, readNewId } from '../transport/wire.ts'
import type { RefillOutcome } from '../upstream/refill.ts'
import { writeMany } from './write-many.ts'

/**
 * Asks for the refill of each order; one outcome for each id, in the order asked. (Panel v2 `refill` with
 * `order` for one, `orders` for more.)
 *
 * @throws {TypeError} if an id is no text. One that no order can have is not sent.
 */
export async function refills(
  transport: Transport,
  orderIds: readonly string[],
  options: CallOptions,
): Promise<readonly RefillOutcome[]> {
  return await writeMany(transport, 'refill', orderIds, options, (orderId, row) => {
    const value = isRecord(row) ? (own(row, 'refill') ?? own(row, 'refill_id')) : row
    const refillId = readNewId(value)
    return refillId === undefined ? undefined : { kind: 'accepted', orderId, refillId }
  })
}
