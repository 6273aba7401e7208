import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

/** The link that a person chose from the context menu, for the screen that shows it. */
export const linkToOrderItem: StorageItem<string> = storageItem({
  key: 'linkToOrder',
  area: 'session',
  schema: v.string(),
  fallback: '',
})

/** Reads and removes the link, for the one screen that orders for it; blank if there is none. */
export async function takeLinkToOrder(): Promise<string> {
  const link = await linkToOrderItem.get()
  if (link !== '') await linkToOrderItem.remove()
  return link
}

/** Gives `use` the link that is there, and each that is chosen until the signal aborts. */
export async function followLinkToOrder(use: (link: string) => void, end: AbortSignal): Promise<void> {
  linkToOrderItem.watch(link => {
    if (link !== '') void takeLinkToOrder().then(taken => taken !== '' && use(taken))
  }, end)
  const link = await takeLinkToOrder()
  if (link !== '') use(link)
}
