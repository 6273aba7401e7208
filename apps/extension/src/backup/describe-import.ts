import { isolate } from '@orderwright/core'
import { type CapName, capNames } from '@orderwright/outbox'
import { formatList } from '../format/locale.ts'
import { formatCount, formatMoney } from '../format/money.ts'
import { notificationChoice } from '../notifications/ui/notifications-section.tsx'
import type { ChangeOf, ImportChange } from './import-change.ts'
import type { ImportPreview } from './import-preview.ts'
import { messages as allTexts } from './texts/en.generated.ts'

const { import: texts } = allTexts

/** Describes what an import would do, or has done, in one line for each change. */
export function describeImport(preview: ImportPreview, isDone: boolean): readonly string[] {
  const { changes, orders, keptAccounts, refusedAccounts, accountNames } = preview
  const names = new Map(accountNames)
  const context: Context = {
    nameOf: id => isolate(names.get(id) ?? texts.missingAccount({ id })),
    done: isDone ? 'yes' : 'no',
  }
  const lines = [
    ...describeChanges(changes, context),
    ...describeOrders(orders, context),
    ...ifAny(keptAccounts, texts.keptAccounts),
    ...ifAny(refusedAccounts, texts.refusedAccounts),
  ]
  return lines.length === 0 ? [texts.nothing()] : lines
}

interface Context {
  readonly nameOf: (accountId: string) => string
  readonly done: 'yes' | 'no'
}

function describeChanges(changes: readonly ImportChange[], context: Context): readonly string[] {
  const { nameOf, done } = context
  const of = <Kind extends ImportChange['kind']>(kind: Kind): readonly ChangeOf<Kind>[] =>
    changes.filter((change): change is ChangeOf<Kind> => change.kind === kind)
  const switched = (isOn: boolean): readonly string[] =>
    of('notification')
      .filter(change => change.isOn === isOn)
      .map(({ notification }) => texts.quoted({ name: notificationChoice(notification).label }))
  const drafts = of('draft')
  const replaced = drafts.filter(({ before }) => before !== null).length
  const byKind = {
    account: of('account').map(({ account: { name, baseUrl } }) =>
      texts.account({ name: isolate(name), address: isolate(baseUrl), done }),
    ),
    removed_account: of('removed_account').map(({ account: { name, baseUrl } }) =>
      texts.removedAccount({ name: isolate(name), address: isolate(baseUrl), done }),
    ),
    limits: of('limits').flatMap(change => describeLimits(change, context)),
    duplicate_window: of('duplicate_window').map(({ before, after }) =>
      texts.duplicates({ before: within(before), after: within(after), done }),
    ),
    notification: [
      ...ifAny(switched(false), data => texts.notifications({ ...data, on: 'no', done })),
      ...ifAny(switched(true), data => texts.notifications({ ...data, on: 'yes', done })),
    ],
    balance: of('balance').map(({ accountId, before, after }) =>
      texts.balance({
        account: nameOf(accountId),
        before: before ? money(before) : texts.none(),
        after: money(after),
        done,
      }),
    ),
    active_account: of('active_account').map(({ accountId }) =>
      texts.active({ account: nameOf(accountId), done }),
    ),
    draft: [
      ...counted(drafts.length - replaced, data => texts.drafts({ ...data, replaced: 'no', done })),
      ...counted(replaced, data => texts.drafts({ ...data, replaced: 'yes', done })),
    ],
    seen: counted(of('seen').length, data => texts.seen({ ...data, done })),
  } as const satisfies Record<ImportChange['kind'], readonly string[]>
  return Object.values(byKind).flat()
}

/** Describes every limit that changes, with its currency. */
function describeLimits(
  { accountId, before, after }: ChangeOf<'limits'>,
  { nameOf, done }: Context,
): readonly string[] {
  const amount = (limits: typeof after | undefined, name: CapName): string => {
    const cap = limits?.caps[name]
    return cap === undefined ? texts.none() : formatMoney(cap, limits?.currency ?? '')
  }
  const isOther = before?.currency !== after.currency
  const changed = capNames.filter(
    name => before?.caps[name] !== after.caps[name] || (isOther && after.caps[name] !== undefined),
  )
  return changed.map(cap =>
    texts.limit({
      cap,
      account: nameOf(accountId),
      before: amount(before, cap),
      after: amount(after, cap),
      done,
    }),
  )
}

function describeOrders(
  { added, updated, kept, doubtful, claimed }: ImportPreview['orders'],
  { done }: Context,
): readonly string[] {
  return [
    ...added.flatMap(({ state, count }) =>
      counted(count, data => texts.added({ ...data, state: isolate(state), done })),
    ),
    ...updated.flatMap(({ before, state, count }) =>
      counted(count, data =>
        texts.updated({
          ...data,
          before: before === state ? 'same' : isolate(before),
          state: isolate(state),
          done,
        }),
      ),
    ),
    ...counted(kept, texts.kept),
    ...counted(doubtful, data => withNumbers(texts.unclear(data), claimed)),
  ]
}

/** How many numbers of orders a line names. */
const mostNumbers = 5

function withNumbers(unclear: string, claimed: readonly string[]): string {
  if (claimed.length === 0) return unclear
  const data = { unclear, orderIds: formatList(claimed.slice(0, mostNumbers).map(isolate)) }
  return claimed.length > mostNumbers ? texts.claimedMore(data) : texts.claimed(data)
}

function money({ amount, currency }: { readonly amount: string; readonly currency: string }): string {
  return formatMoney(amount, currency)
}

function within(minutes: number): string {
  if (minutes === 0) return texts.never()
  if (minutes % 1440 === 0) return texts.days(shownCount(minutes / 1440))
  return minutes % 60 === 0 ? texts.hours(shownCount(minutes / 60)) : texts.minutes(shownCount(minutes))
}

interface Count {
  readonly count: number
  readonly shown: string
}

function shownCount(count: number): Count {
  return { count, shown: formatCount(`${count}`) }
}

/** Returns the line of a count, or no line for 0. */
function counted(count: number, line: (data: Count) => string): readonly string[] {
  return count === 0 ? [] : [line(shownCount(count))]
}

/** Returns the line that lists these names, or no line if there are none. */
function ifAny(
  names: readonly string[],
  line: (data: { readonly count: number; readonly names: string }) => string,
): readonly string[] {
  return names.length === 0 ? [] : [line({ count: names.length, names: formatList(names.map(isolate)) })]
}
