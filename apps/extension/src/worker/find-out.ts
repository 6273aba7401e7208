import { type Advanced, describeHindrance, type OrderRecord, type Outbox } from '@orderwright/outbox'
import { accountById } from './accounts.ts'
import { inWords } from './in-words.ts'
import { keepAlive } from './keep-alive.ts'
import { openOutbox } from './outbox.ts'
import { storedOrder } from './stored-order.ts'
import { Trouble } from './trouble.ts'

/**
 * Learns something of an order whose outcome is open, and gives its record as it is then.
 *
 * @throws {Trouble} where that cannot be done, in the words of what stands against it.
 */
export async function findOut(
  id: string,
  learn: (outbox: Outbox) => Promise<Advanced>,
): Promise<OrderRecord> {
  const { record } = await storedOrder(id)
  const account = await accountById(record.accountId)
  const learned = await keepAlive(() => inWords(account, () => learn(openOutbox())))
  if (learned.ok) return learned.record
  // Somebody else has found out meanwhile: the record tells.
  if (isSettled(learned.hindrance.code)) return (await storedOrder(id)).record
  throw new Trouble(describeHindrance(learned.hindrance))
}

function isSettled(code: string): boolean {
  return ['already_placed', 'is_over', 'nothing_new'].includes(code)
}
