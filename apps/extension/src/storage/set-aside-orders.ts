import { withDatabase } from './database.ts'
import { setAsideName } from './set-aside.ts'

/**
 * Moves the orders that an upgrade could not read to where a person finds them. Done again after it was cut off, it
 * leaves each of them once.
 */
export async function setAsideOrders(): Promise<void> {
  await withDatabase(async database => {
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
