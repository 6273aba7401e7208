import { allOrders } from '../orders/history/order-history.ts'
import type { Handlers } from '../platform/request.ts'
import { type Backup, backupVersion } from './backup-file.ts'
import { finishImport, importData, previewImport } from './import.background.ts'
import type { BackupExchanges } from './messages.ts'
import { portableItem } from './portable-items.ts'
import { finishForgetting, forgetEverything } from './reset.background.ts'
import { unfinishedItem } from './unfinished.ts'

/** What the worker does for each request about everything that is stored. */
export const backupHandlers: Handlers<BackupExchanges> = {
  'export-data': exportData,
  'preview-import': ({ text }) => previewImport(text),
  'import-data': ({ text, digest }) => importData(text, digest),
  'forget-everything': forgetEverything,
}

/** Exports everything but keys and what belongs to this browser alone. */
async function exportData(): Promise<Backup> {
  const keys = (await chrome.storage.local.getKeys()).filter(key => portableItem(key) !== undefined)
  return {
    format: 'orderwright',
    version: backupVersion,
    exportedAt: new Date().toISOString(),
    items: await chrome.storage.local.get(keys),
    orders: await allOrders(),
  }
}

/** Finishes what an earlier worker began. Call it when the worker starts. */
export async function finishUnfinished(): Promise<void> {
  const unfinished = await unfinishedItem.get()
  if (unfinished?.kind === 'import') await finishImport(unfinished.backup)
  if (unfinished?.kind === 'forget') await finishForgetting()
  // An import that is over may have left the note that it is.
  await unfinishedItem.remove()
}
