import { setAsideName } from '../../platform/set-aside.ts'
import { withOrders } from './database.ts'
import { isReadableOrder } from './is-readable-order.ts'

/**
 * Moves the orders that could not be read to where a person finds them. Done again after it was cut off, it
 * leaves each of them once.
 */
export async function setAsideOrders(): Promise<void> {
  await withOrders(async database => {
    const keys = await database.getAllKeys('unreadableOrders')
    for (const key of keys) {
      const found = await database.get('unreadableOrders', key)
      if (found === undefined) continue
      const name = setAsideName(`order:${key}`, 'unreadable', found.at)
      await chrome.storage.local.set({ [name]: found.row })
      await database.delete('unreadableOrders', key)
    }
  })
}

/** Takes unreadable rows out of the history, so that they hide no others, and sets them aside. */
export async function setAsideUnreadable(ids: readonly string[]): Promise<void> {
  await withOrders(async database => {
    const transaction = database.transaction(['orders', 'unreadableOrders'], 'readwrite', {
      durability: 'strict',
    })
    const orders = transaction.objectStore('orders')
    for (const id of ids) {
      const row = await orders.get(id)
      // Another screen may have been first.
      if (row === undefined || isReadableOrder(row)) continue
      await transaction.objectStore('unreadableOrders').add({ row, at: Date.now() })
      await orders.delete(id)
    }
    await transaction.done
  })
  await setAsideOrders()
}
