import * as v from 'valibot'
import { accountSchema } from '../../account/account.ts'
import { type Backup, newerSentence, parseBackup } from '../../data/backup.ts'
import type { ImportPreview } from '../../data/import-preview.ts'
import { joinOrders } from '../../data/join-orders.ts'
import { limitsPreview } from '../../data/limits-preview.ts'
import { type PortableItem, portableItem } from '../../data/portable-items.ts'
import { type Limits, noLimits } from '../../limits/limits.ts'
import { accountsItem } from '../../storage/accounts.ts'
import { isDraftKey } from '../../storage/drafts.ts'
import { importOrders } from '../../storage/import-orders.ts'
import { limitsItem } from '../../storage/limits.ts'
import { allOrders } from '../../storage/orders.ts'
import type { StorageItem } from '../../storage/storage-item.ts'
import { unfinishedItem } from '../../storage/unfinished.ts'
import { keepAlive } from '../keep-alive.ts'
import { Trouble } from '../trouble.ts'

/** @throws {Trouble} where the file cannot be imported. */
export async function previewImport(text: string): Promise<ImportPreview> {
  const backup = readBackup(text)
  const items = await joinedItems(backup)
  const { added, updated, kept } = joinOrders(await allOrders(), backup.orders, Date.now())
  const accounts = await accountsItem.get()
  const known = new Set(accounts.map(({ id }) => id))
  const there = accountsIn(backup.items)
  const joined = new Set(accountsIn(items).map(({ id }) => id))
  const stored = await chrome.storage.local.get(Object.keys(items))
  return {
    exportedAt: backup.exportedAt,
    newAccounts: there.filter(({ id }) => joined.has(id) && !known.has(id)).map(({ name }) => name),
    keptAccounts: there.filter(({ id }) => known.has(id)).map(({ name }) => name),
    newOrders: added,
    updatedOrders: updated,
    keptOrders: kept,
    newDrafts: Object.keys(items).filter(key => isDraftKey(key) && stored[key] === undefined).length,
    ...limitsPreview(limitsIn(stored), limitsIn(items), new Map([...there, ...accounts].map(nameOf))),
  }
}

/**
 * Imports a file, all of it or nothing. It is written down whole before anything else: two stores take it in, and
 * the worker may die between them.
 *
 * @throws {Trouble} where the file cannot be imported; nothing is changed then.
 */
export async function importData(text: string): Promise<ImportPreview> {
  const backup = readBackup(text)
  const preview = await previewImport(text)
  await keepAlive(async () => {
    await unfinishedItem.set({ kind: 'import', backup })
    await applyImport(backup)
  })
  return preview
}

/**
 * Can be done again after any part of it was done: the outcome is the same. Of accounts and limits nothing is lost
 * that is set meanwhile; balances and drafts are what was written last.
 */
export async function applyImport(backup: Backup): Promise<void> {
  await locked(accountsItem, () =>
    locked(limitsItem, async () => {
      await importOrders(backup.orders, Date.now())
      // One write, which also says that the import is over.
      const items = await joinedItems(backup)
      await chrome.storage.local.set({ ...items, [unfinishedItem.key]: unfinishedItem.wrap(null) })
    }),
  )
  await unfinishedItem.remove()
}

/** Nobody else changes the item meanwhile. */
function locked<T>({ key }: StorageItem<T>, task: () => Promise<void>): Promise<void> {
  return navigator.locks.request(`storage:${key}`, task)
}

function readBackup(text: string): Backup {
  const parsed = parseBackup(text)
  if (!parsed.ok) throw new Trouble(parsed.sentence)
  return parsed.backup
}

/** What will be stored under each of the file's names. */
async function joinedItems({ items }: Backup): Promise<Readonly<Record<string, unknown>>> {
  const portables = Object.keys(items).flatMap(key => portableItem(key) ?? [])
  const stored = await chrome.storage.local.get<Record<string, unknown>>(portables.map(({ key }) => key))
  return Object.fromEntries(
    portables.map(item => [item.key, joinedItem(item, stored[item.key], items[item.key])] as const),
  )
}

function joinedItem(item: PortableItem, here: unknown, there: unknown): unknown {
  const joined = item.join(here, there)
  if (joined.ok) return joined.value
  if (joined.reason === 'newer') throw new Trouble(newerSentence)
  throw new Trouble(`This file is damaged at “${item.key}”, so nothing of it was imported.`)
}

const storedAccounts = v.object({ accounts: v.object({ value: v.array(accountSchema) }) })

function accountsIn(items: Readonly<Record<string, unknown>>): v.InferOutput<typeof accountSchema>[] {
  const parsed = v.safeParse(storedAccounts, items)
  return parsed.success ? parsed.output.accounts.value : []
}

function limitsIn(items: Readonly<Record<string, unknown>>): Limits {
  const limits = limitsItem.unwrap(items[limitsItem.key])
  return limits.ok ? limits.value : noLimits
}

function nameOf({ id, name }: { readonly id: string; readonly name: string }): readonly [string, string] {
  return [id, name]
}
