import type { Answer, OrderRecord } from '@orderwright/outbox'
import { findOut } from './find-out.ts'

/**
 * Takes what the person has found out of an unknown order; a number is checked at the upstream.
 *
 * @throws {Trouble} where the number is another order's, or cannot be checked.
 */
export function answerOrder(id: string, said: Answer): Promise<OrderRecord> {
  return findOut(id, outbox => outbox.answer(id, said))
}
