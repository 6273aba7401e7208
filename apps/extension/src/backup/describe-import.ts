import { isolate } from '@orderwright/core'
import { type CapName, capNames } from '@orderwright/outbox'
import { formatMoney } from '../format/money.ts'
import { windowWords } from '../limits/duplicate-window.ts'
import { notificationChoices } from '../notifications/ui/notifications-section.tsx'
import type { ChangeOf, ImportChange } from './import-change.ts'
import type { ImportPreview } from './import-preview.ts'

/** Describes what an import would do, or has done, in one line for each change. */
export function describeImport(preview: ImportPreview, isDone: boolean): readonly string[] {
  const { changes, orders, keptAccounts, refusedAccounts, accountNames } = preview
  const names = new Map(accountNames)
  const context: Context = {
    nameOf: id => isolate(names.get(id) ?? `an account that is not here (${id})`),
    would: isDone ? '' : 'would be ',
  }
  const lines = [
    ...describeChanges(changes, context),
    ...describeOrders(orders, context),
    ...listLine(
      'Account',
      keptAccounts,
      count => `${count === 1 ? 'stays as it is' : 'stay as they are'} here.`,
    ),
    ...listLine('Account', refusedAccounts, () => 'left out: the address or the id cannot be used.'),
  ]
  return lines.length === 0 ? ['Nothing in it is new.'] : lines
}

interface Context {
  readonly nameOf: (accountId: string) => string
  /** Before what is not done yet. */
  readonly would: string
}

function describeChanges(changes: readonly ImportChange[], context: Context): readonly string[] {
  const { nameOf, would } = context
  const of = <Kind extends ImportChange['kind']>(kind: Kind): readonly ChangeOf<Kind>[] =>
    changes.filter((change): change is ChangeOf<Kind> => change.kind === kind)
  const [on, off] = [true, false].map(isOn =>
    of('notification')
      .filter(change => change.isOn === isOn)
      .map(({ notification }) => `“${notificationChoices[notification].label}”`),
  )
  const drafts = of('draft')
  const replaced = drafts.filter(({ before }) => before !== null).length
  const byKind = {
    account: of('account').map(
      ({ account }) =>
        `Account ${isolate(account.name)} at ${isolate(account.baseUrl)} ${would}added. Enter its key again.`,
    ),
    removed_account: of('removed_account').map(
      ({ account }) =>
        `Removed account ${isolate(account.name)} at ${isolate(account.baseUrl)} ${would}added, for its orders.`,
    ),
    limits: of('limits').flatMap(change => describeLimits(change, context)),
    duplicate_window: of('duplicate_window').map(
      ({ before, after }) =>
        `Warning about duplicate orders ${would}changed: ${within(after)} instead of ${within(before)}.`,
    ),
    notification: [
      ...listLine('Notification', off ?? [], () => `${would}switched off.`),
      ...listLine('Notification', on ?? [], () => `${would}switched on.`),
    ],
    balance: of('balance').map(
      ({ accountId, before, after }) =>
        `Last known balance of ${nameOf(accountId)} ${would}changed: ${money(after)} instead of ${before ? money(before) : 'none'}.`,
    ),
    active_account: of('active_account').map(
      ({ accountId }) => `${nameOf(accountId)} ${would}chosen in the popup.`,
    ),
    draft: [
      ...counted(drafts.length - replaced, 'draft', `${would}added.`),
      ...counted(replaced, 'draft', `${would}replaced by a later one.`),
    ],
    seen: counted(of('seen').length, 'order', `${would}marked as seen.`),
  } as const satisfies Record<ImportChange['kind'], readonly string[]>
  return Object.values(byKind).flat()
}

/** Describes every limit that changes, with its currency. */
function describeLimits(
  { accountId, before, after }: ChangeOf<'limits'>,
  { nameOf, would }: Context,
): readonly string[] {
  const amount = (limits: typeof after | undefined, name: CapName): string => {
    const cap = limits?.caps[name]
    return cap === undefined ? 'none' : formatMoney(cap, limits?.currency ?? '')
  }
  const isOther = before?.currency !== after.currency
  const changed = capNames.filter(
    name => before?.caps[name] !== after.caps[name] || (isOther && after.caps[name] !== undefined),
  )
  return changed.map(
    name =>
      `Limit of ${nameOf(accountId)} ${capWords[name]} ${would}set: ${amount(after, name)} instead of ${amount(before, name)}.`,
  )
}

const capWords = {
  perOrder: 'for one order',
  perDay: 'for a day',
  perAccount: 'in all',
} as const satisfies Record<CapName, string>

function describeOrders(
  { added, updated, kept, doubtful, claimed }: ImportPreview['orders'],
  { would }: Context,
): readonly string[] {
  const shown = claimed.slice(0, 5)
  const numbers =
    shown.length === 0
      ? ''
      : ` The file has ${listed(shown)}${claimed.length > shown.length ? ' and others' : ''} for it.`
  return [
    ...added.flatMap(({ state, count }) => counted(count, 'order', `${would}added: ${isolate(state)}.`)),
    ...updated.flatMap(({ before, state, count }) =>
      counted(
        count,
        'order',
        before === state
          ? `${would}updated: more of what is ${isolate(state)}.`
          : `${would}updated: ${isolate(state)} instead of ${isolate(before)}.`,
      ),
    ),
    ...counted(kept, 'order', 'here already.'),
    ...counted(doubtful, 'order', `in doubt here, and only looking it up ends that.${numbers}`),
  ]
}

function money({ amount, currency }: { readonly amount: string; readonly currency: string }): string {
  return formatMoney(amount, currency)
}

function within(minutes: number): string {
  return minutes === 0 ? 'never' : `within ${windowWords(minutes)}`
}

/** No line for none. */
function counted(count: number, word: string, rest: string): readonly string[] {
  if (count === 0) return []
  return [`${new Intl.NumberFormat('en').format(count)} ${word}${count === 1 ? '' : 's'} ${rest}`]
}

function listLine(
  word: string,
  names: readonly string[],
  rest: (count: number) => string,
): readonly string[] {
  if (names.length === 0) return []
  return [`${word}${names.length === 1 ? '' : 's'} ${listed(names)} ${rest(names.length)}`]
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names.map(name => isolate(name)))
}
