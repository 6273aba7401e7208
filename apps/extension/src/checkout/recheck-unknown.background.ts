import { type OrderRecord, reconsideredMs } from '@orderwright/outbox'
import type { Account } from '../accounts/account.ts'
import { withReadableErrors } from '../accounts/upstream/describe-error.background.ts'
import { orderStore } from '../orders/history/order-store.ts'
import { openOutbox } from '../orders/open-outbox.background.ts'
import type { PlaceOrder } from './messages.ts'

/**
 * Looks for the same order once more before it is resubmitted, if it counts as not placed and the upstream lists its
 * orders. A slow upstream may have taken it since, or a person may have been wrong.
 *
 * @throws {UserFacingError} if the list cannot be read: nothing must be sent then.
 */
export async function recheckUnknown(account: Account, { order }: Pick<PlaceOrder, 'order'>): Promise<void> {
  const records = await orderStore.list({ accountIds: [account.id], states: ['not_placed'] })
  const isDoubtful = (record: OrderRecord): boolean =>
    record.canListOrders &&
    record.order.serviceId === order.serviceId &&
    record.order.target === order.target &&
    // Also one that is dated later than now, by a clock that was set back since.
    Date.now() - (record.sentAt ?? record.createdAt) < reconsideredMs
  for (const { id } of records.filter(isDoubtful)) {
    await withReadableErrors(account, () => openOutbox().lookUp(id))
  }
}
