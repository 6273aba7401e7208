import { type OrderRecord, reconsideredMs } from '@orderwright/outbox'
import type { Account } from '../accounts/account.ts'
import { inWords } from '../accounts/upstream/describe-error.background.ts'
import { orderStore } from '../orders/history/order-store.ts'
import { openOutbox } from '../orders/open-outbox.background.ts'
import type { PlaceOrder } from './messages.ts'

/**
 * Before something is ordered that was ordered before and counts as not placed: where the upstream lists its orders, it
 * is looked for once more. A slow upstream may have taken it since, or a person may have been wrong.
 *
 * @throws {UserFacingError} where the list cannot be read: nothing is to be sent then.
 */
export async function lookOnceMore(account: Account, { order }: Pick<PlaceOrder, 'order'>): Promise<void> {
  const records = await orderStore.list({ accountId: account.id, states: ['not_placed'] })
  const isDoubtful = (record: OrderRecord): boolean =>
    record.canListOrders &&
    record.order.serviceId === order.serviceId &&
    record.order.target === order.target &&
    // Also one that is dated later than now, by a clock that was set back since.
    Date.now() - (record.sentAt ?? record.createdAt) < reconsideredMs
  for (const { id } of records.filter(isDoubtful)) {
    await inWords(account, () => openOutbox().lookUp(id))
  }
}
