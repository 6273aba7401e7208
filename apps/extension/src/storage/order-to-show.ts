import * as v from 'valibot'
import { type StorageItem, storageItem } from './storage-item.ts'

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

/** Reads it, for the one window that shows it. */
export async function takeOrderToShow(): Promise<OrderToShow | null> {
  const order = await orderToShowItem.get()
  if (order !== null) await orderToShowItem.remove()
  return order
}
