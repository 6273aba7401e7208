import { isolate } from '@orderwright/core'
import { accountsItem } from '../accounts/account-store.ts'
import { formatList } from '../format/locale.ts'
import { formatCount } from '../format/money.ts'
import { allOrders } from '../orders/history/order-history.ts'
import { seenChangesItem } from './seen-changes.ts'
import { messages as texts } from './texts/en.generated.ts'
import { badgeCounts } from './unseen-changes.ts'

/** White on this has a contrast of 6.7 to 1. */
const colours = { background: '#b0241c', text: '#ffffff' }

/**
 * Counts on the toolbar's icon what needs the person. Orders of a removed account are left out: no screen shows
 * them. The browser forgets badges when it ends, so each worker's start sets it anew.
 */
export async function updateBadge(): Promise<void> {
  const [accounts, seen] = await Promise.all([accountsItem.get(), seenChangesItem.get()])
  // Reading the history would create it again after everything was reset.
  const entries = accounts.length === 0 ? [] : await allOrders()
  const counts = badgeCounts(entries, seen)
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

export interface BadgeWords {
  /** Blank: no badge. */
  readonly text: string
  /** The title of the icon: the badge in words, for who cannot see it. */
  readonly title: string
}

/**
 * Returns what the toolbar's icon says while so many orders need the person. `accounts` are the names of their
 * accounts.
 */
export function badgeWords(count: number, accounts: readonly string[]): BadgeWords {
  if (count === 0) return { text: '', title: texts.badge.idle() }
  const orders = { count, shown: formatCount(`${count}`) }
  const title =
    accounts.length === 0
      ? texts.badge.orders(orders)
      : texts.badge.accounts({ ...orders, accounts: formatList(accounts.map(isolate)) })
  return { text: count > 99 ? '99+' : `${count}`, title }
}
