import * as v from 'valibot'
import { ownValue } from '../platform/own-value.ts'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

/** What a person has seen of each order that had news, by the order's record. */
export type SeenNews = Readonly<Record<string, readonly string[]>>

export const seenNewsItem: StorageItem<SeenNews> = storageItem({
  key: 'seenNews',
  schema: v.record(v.string(), v.array(v.string())),
  fallback: {},
})

/** Notes that the person has seen these news: the badge counts them no more. */
export async function seeNews(news: SeenNews): Promise<null> {
  const seen = await seenNewsItem.get()
  if (withSeen(seen, news) !== seen) await seenNewsItem.update(latest => withSeen(latest, news))
  return null
}

/** Both together; gives `seen` itself where nothing is new. */
export function withSeen(seen: SeenNews, more: SeenNews): SeenNews {
  const added = Object.entries(more).flatMap(([id, news]) => {
    const known = ownValue(seen, id) ?? []
    const fresh = news.filter(name => !known.includes(name))
    return fresh.length === 0 ? [] : [[id, [...known, ...fresh]] as const]
  })
  return added.length === 0 ? seen : { ...seen, ...Object.fromEntries(added) }
}
