import { orderParamsSchema } from '@orderwright/outbox'
import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

/** How many drafts are kept: the latest. */
const limit = 20

const prefix = 'draft:'

/** What was entered for one page and not ordered yet. */
export interface Draft {
  readonly serviceId: string
  readonly quantity: string
  readonly drip: boolean
  readonly params: Readonly<Record<string, string>>
  readonly link: string
  /** ISO 8601. */
  readonly at: string
}

const draftSchema: v.GenericSchema<unknown, Draft | null> = v.nullable(
  v.object({
    serviceId: v.string(),
    quantity: v.string(),
    drip: v.boolean(),
    params: orderParamsSchema,
    link: v.string(),
    at: v.string(),
  }),
)

/** Where drafts are kept; those of private windows in `session`, which is memory: nothing of them reaches the disk. */
export type DraftArea = 'local' | 'session'

/**
 * Returns the item of the draft of an account for a page, by the page's canonical link; blank if nothing can be
 * ordered for the page. Each has a key of its own, so that it is written in the very call: the popup may close after
 * any key.
 */
export function draftItem(accountId: string, page: string, area?: DraftArea): StorageItem<Draft | null> {
  return draftItemOf(`${prefix}${accountId}:${page}`, area)
}

export function draftItemOf(key: string, area: DraftArea = 'local'): StorageItem<Draft | null> {
  return storageItem({ key, area, schema: draftSchema, fallback: null })
}

export function isDraftKey(key: string): boolean {
  return key.startsWith(prefix)
}

export async function forgetOldDrafts(area: DraftArea = 'local'): Promise<void> {
  const storage = chrome.storage[area]
  const keys = (await storage.getKeys()).filter(isDraftKey)
  if (keys.length <= limit) return
  const stored = await storage.get<Record<string, { value?: Draft | null }>>(keys)
  const at = (key: string): string => stored[key]?.value?.at ?? ''
  // What is dated later than now, by a clock that was set back since, is not new for ever: it goes first.
  const now = new Date().toISOString()
  const rank = (key: string): string => `${at(key) > now ? 0 : 1} ${at(key)}`
  const oldest = keys.toSorted((one, other) => rank(other).localeCompare(rank(one))).slice(limit)
  await storage.remove(oldest)
}
