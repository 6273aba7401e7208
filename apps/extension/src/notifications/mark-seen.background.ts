import { attend } from '../after-order-change.background.ts'
import { type SeenNews, seenNewsItem, withSeen } from './seen.ts'

/** The person has seen these news: the badge counts them no more. */
export async function seeNews(news: SeenNews): Promise<null> {
  const seen = await seenNewsItem.get()
  if (withSeen(seen, news) !== seen) await seenNewsItem.update(latest => withSeen(latest, news))
  await attend()
  return null
}
