import {
  type Advanced,
  type Answer,
  describeRejection,
  type OrderRecord,
  type Outbox,
} from '@orderwright/outbox'
import { accountById } from '../../accounts/account-store.ts'
import { withReadableErrors } from '../../accounts/upstream/describe-error.background.ts'
import { UserFacingError } from '../../platform/errors.ts'
import { keepAlive } from '../../platform/keep-alive.ts'
import { storedOrder } from '../history/order-history.ts'
import { openOutbox } from '../open-outbox.background.ts'

/**
 * Learns something of an order whose outcome is open, and gives its record as it is then.
 *
 * @throws {UserFacingError} if that cannot be done; the message says why.
 */
async function resolveUnknown(
  id: string,
  learn: (outbox: Outbox) => Promise<Advanced>,
): Promise<OrderRecord> {
  const { record } = await storedOrder(id)
  const account = await accountById(record.accountId)
  const learned = await keepAlive(() => withReadableErrors(account, () => learn(openOutbox())))
  if (learned.ok) return learned.record
  // It was resolved meanwhile: the record says how.
  if (isSettled(learned.rejection.code)) return (await storedOrder(id)).record
  throw new UserFacingError(describeRejection(learned.rejection))
}

function isSettled(code: string): boolean {
  return ['already_placed', 'is_over', 'nothing_new'].includes(code)
}

/**
 * Stores what a person has found out about an unknown order.
 *
 * @throws {UserFacingError} if the number is another order's, or cannot be checked.
 */
export function answerOrder(id: string, said: Answer): Promise<OrderRecord> {
  return resolveUnknown(id, outbox => outbox.answer(id, said))
}

/**
 * Asks an unknown order's upstream what became of it: its list of orders, or its balance if it has no list.
 *
 * @throws {UserFacingError} if it cannot be asked.
 */
export function lookUpOrder(id: string): Promise<OrderRecord> {
  return resolveUnknown(id, outbox => outbox.lookUp(id))
}
