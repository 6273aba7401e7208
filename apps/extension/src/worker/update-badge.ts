import { badgeWords } from '../attention/badge-words.ts'
import { countAttention } from '../attention/count-attention.ts'
import { accountsItem } from '../storage/accounts.ts'
import { allOrders } from '../storage/orders.ts'
import { seenNewsItem } from '../storage/seen-news.ts'

/** White on this has a contrast of 6.7 to 1. */
const colours = { background: '#b0241c', text: '#ffffff' }

/**
 * Counts on the toolbar's icon what needs the person. Orders of a removed account are left out: no screen shows
 * them. The browser forgets badges when it ends, so each worker's start sets it anew.
 */
export async function updateBadge(): Promise<void> {
  const [accounts, seen] = await Promise.all([accountsItem.get(), seenNewsItem.get()])
  // To read the journal is to make one, where everything has just been forgotten.
  const entries = accounts.length === 0 ? [] : await allOrders()
  const counts = countAttention(entries, seen)
  const concerned = accounts.filter(({ id }) => counts.has(id))
  const { text, title } = badgeWords(
    concerned.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0),
    concerned.map(({ name }) => name),
  )
  await Promise.all([
    chrome.action.setBadgeBackgroundColor({ color: colours.background }),
    chrome.action.setBadgeTextColor({ color: colours.text }),
    chrome.action.setBadgeText({ text }),
    chrome.action.setTitle({ title }),
  ])
}
