import { type Backup, backupVersion } from '../../data/backup.ts'
import { portableItem } from '../../data/portable-items.ts'
import { allOrders } from '../../storage/orders.ts'

/** Everything but keys, and but what is this browser's own. */
export async function exportData(): Promise<Backup> {
  const keys = (await chrome.storage.local.getKeys()).filter(key => portableItem(key) !== undefined)
  return {
    format: 'orderwright',
    version: backupVersion,
    exportedAt: new Date().toISOString(),
    items: await chrome.storage.local.get(keys),
    orders: await allOrders(),
  }
}
