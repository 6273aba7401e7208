import { orderStore } from '../storage/order-store.ts'
import { openOutbox } from './outbox.ts'
import { Trouble } from './trouble.ts'

/**
 * For what would leave nobody to ask what became of an order; `wish` ends the sentence. Runs in the account's turn.
 *
 * @throws {Trouble} while an order of the account is in doubt.
 */
export async function refuseInDoubt(accountId: string, wish: string): Promise<void> {
  await openOutbox().recover()
  const open = await orderStore.list({ accountId, states: ['intent', 'sending', 'unknown'] })
  if (open.length > 0) {
    throw new Trouble(
      `An order through this account is in doubt: find out under “Orders” what became of it, then ${wish}.`,
    )
  }
}
