import type { Account } from '../account/account.ts'
import { parseBaseUrl } from '../account/base-url.ts'
import { noLimits } from '../limits/limits.ts'
import { mergeLimits } from '../limits/merge-limits.ts'
import { accountsItem } from '../storage/accounts.ts'
import { activeAccountItem } from '../storage/active-account.ts'
import { type Balance, balancesItem } from '../storage/balances.ts'
import { type Draft, draftItemOf, isDraftKey } from '../storage/drafts.ts'
import { limitsItem } from '../storage/limits.ts'
import { allNoticesOn, type NoticeSwitches, noticeSwitchesItem } from '../storage/notice-switches.ts'
import { removedAccountsItem } from '../storage/removed-accounts.ts'
import { seenNewsItem, withSeen } from '../storage/seen-news.ts'
import type { SetAsideReason } from '../storage/set-aside.ts'
import type { StorageItem } from '../storage/storage-item.ts'

/** A stored value that goes into a file, and how one from a file joins the one that is here. */
export interface PortableItem {
  readonly key: string
  /** What will be stored, or why the file's value cannot be used. Both are as they are stored, with versions. */
  join(here: unknown, there: unknown): Joined
}

export type Joined =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: SetAsideReason }

/** The items that travel; drafts are found by their keys. */
const items: readonly PortableItem[] = [
  portable(accountsItem, [], mergeAccounts),
  portable(removedAccountsItem, [], mergeAccounts),
  portable(activeAccountItem, '', (here, there) => (here === '' ? there : here)),
  portable(balancesItem, {}, mergeBalances),
  portable(limitsItem, noLimits, mergeLimits),
  portable(noticeSwitchesItem, allNoticesOn, mergeSwitches),
  portable(seenNewsItem, {}, withSeen),
]

/**
 * What stays: keys and what opens them, how they are kept, the consent that each browser is asked for, the
 * notes of an import that is not over, and what this browser has asked of upstreams, seen there and told the person.
 */
export const itemsThatStay: readonly string[] = [
  'keys',
  'sessionKeys',
  'unlocked',
  'autoLock',
  'consent',
  'unfinished',
  'accountPaces',
  'notices',
  'orderToShow',
  'strays',
]

export function portableItem(key: string): PortableItem | undefined {
  if (isDraftKey(key)) return portable(draftItemOf(key), null, mergeDrafts)
  return items.find(item => item.key === key)
}

function portable<T>(item: StorageItem<T>, fallback: T, merge: (here: T, there: T) => T): PortableItem {
  return {
    key: item.key,
    join: (here, there) => {
      const read = item.unwrap(there)
      if (!read.ok) return read
      const own = item.unwrap(here)
      return { ok: true, value: item.wrap(merge(own.ok ? own.value : fallback, read.value)) }
    },
  }
}

/**
 * An account that is here stays as it is: its key is here too, and a file that could change its address could send
 * the key there.
 */
function mergeAccounts(here: readonly Account[], there: readonly Account[]): Account[] {
  const known = new Set(here.map(({ id }) => id))
  return [...here, ...there.filter(account => !known.has(account.id) && isUsable(account))]
}

/** As this extension would have stored it. */
function isUsable({ id, baseUrl, keyTail }: Account): boolean {
  const base = parseBaseUrl(baseUrl)
  return /^[\da-z][\da-z-]{0,99}$/i.test(id) && base.ok && base.url === baseUrl && keyTail.length <= 4
}

function mergeBalances(
  here: Readonly<Record<string, Balance>>,
  there: Readonly<Record<string, Balance>>,
): Record<string, Balance> {
  const later = Object.entries(there).filter(([id, { at }]) => !(here[id] !== undefined && here[id].at >= at))
  return { ...here, ...Object.fromEntries(later) }
}

/** What somebody has switched off here stays so. */
function mergeSwitches(here: NoticeSwitches, there: NoticeSwitches): NoticeSwitches {
  return Object.values(here).every(Boolean) ? there : here
}

function mergeDrafts(here: Draft | null, there: Draft | null): Draft | null {
  if (here === null || there === null) return here ?? there
  return there.at > here.at ? there : here
}
