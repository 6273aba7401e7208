import * as v from 'valibot'
import { accountSchema } from '../accounts/account.ts'
import { toBase64 } from '../keys/vault/crypto.ts'
import { withOrders } from '../orders/history/database.ts'
import { isReadableOrder } from '../orders/history/is-readable-order.ts'
import type { OrderEntry } from '../orders/history/order-entry.ts'
import { allOrders, announceOrders } from '../orders/history/order-history.ts'
import { UserFacingError } from '../platform/errors.ts'
import { keepAlive } from '../platform/keep-alive.ts'
import { type Backup, damagedAt, parseBackup } from './backup-file.ts'
import type { ImportChange } from './import-change.ts'
import type { ImportPreview } from './import-preview.ts'
import { type JoinedOrders, joinOrders } from './merge-orders.ts'
import { isUsable, type Joined, type PortableItem, portableItem, portableKeys } from './portable-items.ts'
import { messages as texts } from './texts/en.generated.ts'
import { unfinishedItem } from './unfinished.ts'

/**
 * Returns what a file would change.
 *
 * @throws {UserFacingError} if the file cannot be imported.
 */
export async function previewImport(text: string): Promise<ImportPreview> {
  const backup = readBackup(text)
  return await previewOf(backup, await planItems(backup))
}

/**
 * Imports a file, all of it or nothing, if it does what was shown. `digest` is that of the preview.
 *
 * @throws {UserFacingError} if the file cannot be imported, or would change something else by now; nothing is changed then.
 */
export async function importData(text: string, digest: string): Promise<ImportPreview> {
  const backup = readBackup(text)
  await setAsideUnreadable(backup)
  return await keepAlive(() =>
    locked(portableKeys, async () => {
      const items = await planItems(backup)
      const preview = await previewOf(backup, items)
      if (preview.digest !== digest) throw new UserFacingError(texts.changed())
      await apply(backup, items)
      return preview
    }),
  )
}

/**
 * Imports a file that an earlier worker began with. Can be done again after any part of it was done: the outcome is
 * the same, and what was set meanwhile is not lost.
 */
export async function finishImport(backup: Backup): Promise<void> {
  await setAsideUnreadable(backup)
  await locked(portableKeys, async () => apply(backup, await planItems(backup)))
}

/**
 * Imports a file into both stores. The first write holds the rest of the work too, so that a worker's death leaves no
 * half.
 */
async function apply(backup: Backup, items: PlannedItems): Promise<void> {
  const before = await chrome.storage.local.get<Record<string, unknown>>(Object.keys(items.values))
  const unfinished = unfinishedItem.wrap({ kind: 'import', backup })
  await chrome.storage.local.set({ ...items.values, [unfinishedItem.key]: unfinished })
  try {
    await importOrders(backup.orders, Date.now())
  } catch (error) {
    await putBack(Object.keys(items.values), before)
    throw error
  }
  await unfinishedItem.remove()
}

/** Takes back the first store's part, since the disk had no room for the orders. */
async function putBack(keys: readonly string[], before: Readonly<Record<string, unknown>>): Promise<void> {
  await chrome.storage.local.remove([unfinishedItem.key, ...keys.filter(key => !Object.hasOwn(before, key))])
  await chrome.storage.local.set(before)
}

interface PlannedItems {
  readonly changes: readonly ImportChange[]
  /** What is to be stored, by name: what changes, and nothing else. */
  readonly values: Readonly<Record<string, unknown>>
}

async function planItems({ items }: Backup): Promise<PlannedItems> {
  const portables = portablesIn(items)
  const stored = await chrome.storage.local.get<Record<string, unknown>>(portables.map(({ key }) => key))
  const joined = portables.map(item => ({ item, ...joinedItem(item, stored[item.key], items[item.key]) }))
  const changed = joined.filter(({ changes }) => changes.length > 0)
  return {
    changes: changed.flatMap(({ changes }) => changes),
    values: Object.fromEntries(changed.map(({ item, value }) => [item.key, value])),
  }
}

/** Sets aside what cannot be read. It takes the locks of the items, so nobody may hold them. */
async function setAsideUnreadable({ items }: Backup): Promise<void> {
  await Promise.all(portablesIn(items).map(item => item.setAsideUnreadable()))
}

function portablesIn(items: Backup['items']): readonly PortableItem[] {
  return Object.keys(items).flatMap(key => portableItem(key) ?? [])
}

function joinedItem(
  item: PortableItem,
  here: unknown,
  there: unknown,
): Extract<Joined, { readonly ok: true }> {
  const joined = item.join(here, there)
  if (joined.ok) return joined
  if (joined.reason === 'newer') throw new UserFacingError(texts.newer())
  throw new UserFacingError(damagedAt(`items.${item.key}`))
}

async function previewOf(backup: Backup, { changes }: PlannedItems): Promise<ImportPreview> {
  const { changed: _, ...orders } = joinOrders(await allOrders(), backup.orders, Date.now())
  const there = accountsIn(backup.items)
  const here = accountsIn(await chrome.storage.local.get('accounts'))
  const known = new Map(here.map(nameOf))
  const shown = {
    changes,
    orders,
    keptAccounts: there.flatMap(({ id }) => known.get(id) ?? []),
    refusedAccounts: there.filter(account => !isUsable(account)).map(({ name }) => name),
    accountNames: [...new Map([...there, ...here].map(nameOf))],
  }
  return { ...shown, digest: await digestOf(shown) }
}

async function digestOf(shown: Omit<ImportPreview, 'digest'>): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shown))
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

function readBackup(text: string): Backup {
  const parsed = parseBackup(text)
  if (!parsed.ok) throw new UserFacingError(parsed.sentence)
  return parsed.backup
}

/** Runs a task while nobody else changes these items. */
function locked<T>([key, ...others]: readonly string[], task: () => Promise<T>): Promise<T> {
  if (key === undefined) return task()
  return navigator.locks.request(`storage:${key}`, () => locked(others, task))
}

const storedAccounts = v.object({ accounts: v.object({ value: v.array(accountSchema) }) })

function accountsIn(items: Readonly<Record<string, unknown>>): v.InferOutput<typeof accountSchema>[] {
  const parsed = v.safeParse(storedAccounts, items)
  return parsed.success ? parsed.output.accounts.value : []
}

function nameOf({ id, name }: { readonly id: string; readonly name: string }): readonly [string, string] {
  return [id, name]
}

/** Joins orders with those that are stored, all of them in one transaction or none; `now` in milliseconds since 1970. */
export async function importOrders(orders: readonly OrderEntry[], now: number): Promise<JoinedOrders> {
  const joined = await withOrders(async database => {
    const transaction = database.transaction('orders', 'readwrite', { durability: 'strict' })
    const outcome = joinOrders((await transaction.store.getAll()).filter(isReadableOrder), orders, now)
    await Promise.all([...outcome.changed.map(entry => transaction.store.put(entry)), transaction.done])
    return outcome
  })
  announceOrders()
  return joined
}
