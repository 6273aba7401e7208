import * as v from 'valibot'
import { ownValue } from '../platform/own-value.ts'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

/** The names of the changes that a person has seen, by the id of the order's record. */
export type SeenChanges = Readonly<Record<string, readonly string[]>>

export const seenChangesItem: StorageItem<SeenChanges> = storageItem({
  key: 'seenChanges',
  schema: v.record(v.string(), v.array(v.string())),
  fallback: {},
})

/** Stores that the person has seen these changes, so that the badge no longer counts them. */
export async function markChangesSeen(changes: SeenChanges): Promise<null> {
  const seen = await seenChangesItem.get()
  if (withSeen(seen, changes) !== seen) await seenChangesItem.update(latest => withSeen(latest, changes))
  return null
}

/** Returns both together, or `seen` itself if nothing is new. */
export function withSeen(seen: SeenChanges, more: SeenChanges): SeenChanges {
  const added = Object.entries(more).flatMap(([id, changes]) => {
    const known = ownValue(seen, id) ?? []
    const fresh = changes.filter(name => !known.includes(name))
    return fresh.length === 0 ? [] : [[id, [...known, ...fresh]] as const]
  })
  return added.length === 0 ? seen : { ...seen, ...Object.fromEntries(added) }
}
