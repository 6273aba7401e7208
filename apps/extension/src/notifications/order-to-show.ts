import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

export interface OrderToShow {
  readonly accountId: string
  /** Blank: all orders. */
  readonly recordId: string
}

/** What a person has clicked on outside, for the popup that opens next. */
export const orderToShowItem: StorageItem<OrderToShow | null> = storageItem({
  key: 'orderToShow',
  area: 'session',
  schema: v.nullable(v.object({ accountId: v.string(), recordId: v.string() })),
  fallback: null,
})

/** Reads and removes what a person has clicked on, for the one window that shows it. */
export async function takeOrderToShow(): Promise<OrderToShow | null> {
  const order = await orderToShowItem.get()
  if (order !== null) await orderToShowItem.remove()
  return order
}

/**
 * Returns the id of a notification about one order: it says what a click is to show, and the same event has the same.
 */
export function orderNotificationId({ accountId, recordId }: OrderToShow, event: string): string {
  return JSON.stringify([accountId, recordId, event])
}

/** Returns the id of a notification about several orders, of one account or, if it is blank, of several. */
export function ordersNotificationId(accountId: string, kind: string): string {
  return JSON.stringify([accountId, '', kind])
}

/** Returns what a click on that notification is to show, or `undefined` if the id is not one of ours. */
export function orderOfNotification(id: string): OrderToShow | undefined {
  const [, accountId, recordId] = /^\["([^"\\]*)","([^"\\]*)",/.exec(id) ?? []
  return accountId === undefined || recordId === undefined ? undefined : { accountId, recordId }
}
