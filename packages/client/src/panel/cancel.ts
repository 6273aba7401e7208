import type { CallOptions } from '../transport/deadline.ts'
import { own } from '../transport/own-error.ts'
import type { Transport } from '../transport/transport.ts'
import { isRecord, readNewId, readText } from '../transport/wire.ts'
import type { CancelOutcome } from '../upstream/refill.ts'
import { writeMany } from './write-many.ts'

/**
 * Asks for each order to be canceled; one outcome for each id, in the order asked. What is accepted is asked for
 * and not yet refunded: the order's status tells. (Panel v2 `cancel`.)
 *
 * @throws {TypeError} if an id is no text. One that no order can have is not sent.
 */
export async function cancel(
  transport: Transport,
  orderIds: readonly string[],
  options: CallOptions,
): Promise<readonly CancelOutcome[]> {
  return await writeMany(transport, 'cancel', orderIds, options, (orderId, row) =>
    isYes(isRecord(row) ? (own(row, 'cancel') ?? own(row, 'status')) : row) || isSuccess(row)
      ? ({ kind: 'accepted', orderId } as const)
      : undefined,
  )
}

/** Returns whether a value is how panels say that a cancel is asked for: 1, an id, or a word. */
function isYes(value: unknown): boolean {
  return value === true || readNewId(value) !== undefined || yes.test(readText(value) ?? '')
}

/** Returns whether an item says that it succeeded: `success` may hold words, such as those of a confirmation; a rejection has been read before. */
function isSuccess(row: unknown): boolean {
  const success = isRecord(row) && !Object.hasOwn(row, 'cancel') ? own(row, 'success') : undefined
  return success === true || (readText(success) !== undefined && readText(success) !== '0')
}

const yes = /^(?:true|yes|ok|success|successful|accepted|cancel+ed)$/i
