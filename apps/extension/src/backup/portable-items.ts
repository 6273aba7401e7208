// Over 200 lines, because what each stored item takes from a file is one table, and its joins are read beside it.
import {
  type AccountLimits,
  capNames,
  duplicateWindow,
  type Limits,
  mergeLimits,
  noLimits,
} from '@orderwright/outbox'
import type { Account } from '../accounts/account.ts'
import { accountsItem, activeAccountItem, removedAccountsItem } from '../accounts/account-store.ts'
import { groupNameOf } from '../accounts/aliases.ts'
import { type Balance, balancesItem } from '../accounts/balances.ts'
import { originOf, parseBaseUrl } from '../accounts/base-url.ts'
import { limitsItem } from '../limits/limit-store.ts'
import { notificationKinds } from '../notifications/kinds.ts'
import { type SeenChanges, seenChangesItem, withSeen } from '../notifications/seen-changes.ts'
import {
  allNotificationsOn,
  type NotificationSwitches,
  notificationSwitchesItem,
} from '../notifications/switches.ts'
import { type Draft, draftItemOf, isDraftKey } from '../order-form/draft-store.ts'
import { ownValue } from '../platform/own-value.ts'
import type { SetAsideReason } from '../platform/set-aside.ts'
import type { StorageItem } from '../platform/storage-item.ts'
import type { ChangeOf, ImportChange } from './import-change.ts'

/** A stored value that goes into a file, and how one from a file joins the one that is here. */
export interface PortableItem {
  readonly key: string
  /** Sets aside what is here and cannot be read, so that an import does not write over it. */
  setAsideUnreadable(): Promise<void>
  /** What the file changes, or why its value cannot be used. Both values are as they are stored, with versions. */
  join(here: unknown, there: unknown): Joined
}

export type Joined =
  | {
      readonly ok: true
      readonly changes: readonly ImportChange[]
      /** What is here, with these changes. */
      readonly value: unknown
    }
  | { readonly ok: false; readonly reason: SetAsideReason }

/** The items that travel; drafts are found by their keys. */
const items: readonly PortableItem[] = [
  portable(accountsItem, [], {
    changes: (here, there) => addedAccounts(here, there).map(account => ({ kind: 'account', account })),
    apply: (here, { account }: ChangeOf<'account'>) => [...here, account],
  }),
  portable(removedAccountsItem, [], {
    changes: (here, there) =>
      addedAccounts(here, there).map(account => ({ kind: 'removed_account', account })),
    apply: (here, { account }: ChangeOf<'removed_account'>) => [...here, account],
  }),
  portable(activeAccountItem, '', {
    changes: (here, there) =>
      here === '' && there !== '' ? [{ kind: 'active_account', accountId: there }] : [],
    apply: (_, { accountId }: ChangeOf<'active_account'>) => accountId,
  }),
  portable(
    balancesItem,
    {},
    {
      changes: laterBalances,
      apply: (here, { accountId, after }: ChangeOf<'balance'>) => ({ ...here, [accountId]: after }),
    },
  ),
  portable(limitsItem, noLimits, { changes: changesOfLimits, apply: withLimits }),
  portable(notificationSwitchesItem, allNotificationsOn, {
    changes: changesOfSwitches,
    apply: (here, { notification, isOn }: ChangeOf<'notification'>) => ({ ...here, [notification]: isOn }),
  }),
  portable(
    seenChangesItem,
    {},
    {
      changes: freshlySeen,
      apply: (here, { recordId, changes }: ChangeOf<'seen'>) => withSeen(here, { [recordId]: changes }),
    },
  ),
]

/** The names of all that may be in a file, but for drafts. */
export const portableKeys: readonly string[] = items.map(({ key }) => key)

/**
 * What stays: keys and what opens them, how they are kept, the consent that each browser is asked for, the
 * notes of an import that is not over, how long orders are held, and what this browser has asked of upstreams, seen there and notified of.
 */
export const itemsThatStay: readonly string[] = [
  'keys',
  'sessionKeys',
  'unlocked',
  'autoLock',
  'consent',
  'undoWindow',
  'unfinished',
  'pollStates',
  'notificationQueue',
  'orderToShow',
  'possibleDuplicates',
  'demoOrders',
  'linkToOrder',
  'appearance',
  'templates',
]

export function portableItem(key: string): PortableItem | undefined {
  if (!isDraftKey(key)) return items.find(item => item.key === key)
  return portable<Draft | null, ChangeOf<'draft'>>(draftItemOf(key), null, {
    changes: (here, there) =>
      there === null || (here !== null && here.at >= there.at)
        ? []
        : [{ kind: 'draft', key, before: here, after: there }],
    apply: (_, { after }) => after,
  })
}

/** How a value takes one from a file in: what that changes, and the only way to change it. */
interface Joining<T, Change> {
  changes(here: T, there: T): readonly Change[]
  apply(value: T, change: Change): T
}

function portable<T, Change extends ImportChange>(
  item: StorageItem<T>,
  fallback: T,
  { changes, apply }: Joining<T, Change>,
): PortableItem {
  return {
    key: item.key,
    setAsideUnreadable: async () => {
      await item.get()
    },
    join: (stored, there) => {
      const read = item.unwrap(there)
      if (!read.ok) return read
      const own = item.unwrap(stored)
      const here = own.ok ? own.value : fallback
      const made = changes(here, read.value)
      return { ok: true, changes: made, value: item.wrap(made.reduce(apply, here)) }
    },
  }
}

/**
 * Returns the accounts that are not here yet. A file that could change an address could lead orders and money there.
 */
function addedAccounts(here: readonly Account[], there: readonly Account[]): readonly Account[] {
  const all = [...here]
  for (const account of there) {
    const isNew = !all.some(({ id }) => id === account.id)
    if (isNew && isUsable(account)) all.push(inOwnGroup(account, all))
  }
  return all.slice(here.length)
}

/** Returns an account in a group that it can be of. A group has one key, so one origin and the same last letters. */
function inOwnGroup(account: Account, all: readonly Account[]): Account {
  const isOfOneKey = all.every(
    other =>
      groupNameOf(other) !== groupNameOf(account) ||
      (originOf(other.baseUrl) === originOf(account.baseUrl) && other.keyTail === account.keyTail),
  )
  return isOfOneKey ? account : { ...account, keyGroup: `own:${account.id}` }
}

/** Returns whether this extension would have stored the account. */
export function isUsable({ id, name, baseUrl, keyTail, keyGroup = '' }: Account): boolean {
  const base = parseBaseUrl(baseUrl)
  const isId = /^[\da-z][\da-z-]{0,99}$/i.test(id) && !(id in Object.prototype)
  const isShort = name.length <= 200 && keyGroup.length <= 200 && keyTail.length <= 4
  return isId && isShort && base.ok && base.url === baseUrl
}

function laterBalances(
  here: Readonly<Record<string, Balance>>,
  there: Readonly<Record<string, Balance>>,
): readonly ChangeOf<'balance'>[] {
  return Object.entries(there).flatMap(([accountId, after]) => {
    const before = ownValue(here, accountId)
    return before !== undefined && before.at >= after.at
      ? []
      : [{ kind: 'balance' as const, accountId, before, after }]
  })
}

type LimitsChange = ChangeOf<'limits' | 'duplicate_window'>

function changesOfLimits(here: Limits, there: Limits): readonly LimitsChange[] {
  const merged = mergeLimits(here, there)
  const [before, after] = [duplicateWindow(here), duplicateWindow(merged)]
  const ofAccounts = Object.entries(merged.accounts).flatMap(([accountId, limits]) => {
    const known = ownValue(here.accounts, accountId)
    return isSameLimits(known ?? { currency: limits.currency, caps: {} }, limits)
      ? []
      : [{ kind: 'limits' as const, accountId, before: known, after: limits }]
  })
  return before === after ? ofAccounts : [...ofAccounts, { kind: 'duplicate_window', before, after }]
}

function isSameLimits(one: AccountLimits, other: AccountLimits): boolean {
  return one.currency === other.currency && capNames.every(name => one.caps[name] === other.caps[name])
}

function withLimits(limits: Limits, change: LimitsChange): Limits {
  return change.kind === 'limits'
    ? { ...limits, accounts: { ...limits.accounts, [change.accountId]: change.after } }
    : { ...limits, duplicateMinutes: change.after }
}

/** Returns the switches that a file changes: what is switched off here stays off. */
function changesOfSwitches(
  here: NotificationSwitches,
  there: NotificationSwitches,
): readonly ChangeOf<'notification'>[] {
  if (!Object.values(here).every(Boolean)) return []
  return notificationKinds.flatMap(notification =>
    here[notification] === there[notification]
      ? []
      : [{ kind: 'notification' as const, notification, isOn: there[notification] }],
  )
}

function freshlySeen(here: SeenChanges, there: SeenChanges): readonly ChangeOf<'seen'>[] {
  return Object.entries(there).flatMap(([recordId, names]) => {
    const known = ownValue(here, recordId) ?? []
    const changes = [...new Set(names)].filter(name => !known.includes(name))
    return changes.length === 0 ? [] : [{ kind: 'seen' as const, recordId, changes }]
  })
}
