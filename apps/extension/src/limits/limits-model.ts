import {
  type CapName,
  capNames,
  duplicateWindow,
  isInCurrency,
  type Limits,
  limitsOf,
  type OrderRecord,
  type SpentText,
  spentThrough,
} from '@orderwright/outbox'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Account } from '../accounts/account.ts'
import { removedAccountsItem } from '../accounts/account-store.ts'
import { aliasesIn } from '../accounts/aliases.ts'
import { type Balance, balancesItem, currencyOf } from '../accounts/balances.ts'
import { ownValue } from '../platform/own-value.ts'
import { limitsItem } from './limit-store.ts'
import { type CapFields, type CapIssues, capsOf } from './parse-caps.ts'
import { startOfDay } from './start-of-day.ts'

/** The limits of one account as they are typed, beside what has been spent. */
export interface LimitsRow {
  readonly account: Account
  /** Blank until the upstream has named it. */
  readonly currency: string
  /** The currency of the stored amounts, if it is not the account's. */
  readonly otherCurrency: string | undefined
  readonly fields: CapFields
  readonly issues: CapIssues
  readonly spent: SpentText
  /** Whether something is typed that is not stored. */
  readonly isChanged: boolean
  /** Whether they were stored a moment ago. */
  readonly isSaved: boolean
}

export interface LimitsModel {
  readonly rows: ReadonlySignal<readonly LimitsRow[]>
  /** For how many minutes the same order is asked about. */
  readonly duplicateMinutes: ReadonlySignal<number>
  type(accountId: string, fields: Partial<CapFields>): void
  save(accountId: string): Promise<void>
  setDuplicateMinutes(minutes: number): Promise<void>
}

interface LimitsOptions {
  readonly accounts: ReadonlySignal<readonly Account[]>
  /** All that are stored. */
  readonly records: ReadonlySignal<readonly OrderRecord[]>
  readonly now: () => number
}

/** Opens the caps of each account, what has been spent of them, and the window for duplicates. */
export async function openLimitsModel(
  { accounts, records, now }: LimitsOptions,
  end: AbortSignal,
): Promise<LimitsModel> {
  const limits = signal<Limits>(await limitsItem.get())
  const balances = signal<Readonly<Record<string, Balance>>>(await balancesItem.get())
  const removed = await removedAccountsItem.get()
  const typed = signal<ReadonlyMap<string, Partial<CapFields>>>(new Map())
  const issues = signal<ReadonlyMap<string, CapIssues>>(new Map())
  const saved = signal('')
  limitsItem.watch(value => {
    limits.value = value
  }, end)
  balancesItem.watch(value => {
    balances.value = value
  }, end)

  function rowOf(account: Account): LimitsRow {
    const { id } = account
    const own = limitsOf(limits.value, id)
    const currency = currencyOf(account, ownValue(balances.value, id))
    const stored = fieldsOf(limits.value, id)
    const fields = { ...stored, ...typed.value.get(id) }
    return {
      account,
      currency,
      otherCurrency: own === undefined || isInCurrency(own, currency) ? undefined : own.currency,
      fields,
      issues: issues.value.get(id) ?? {},
      spent: spentThrough(aliasesIn([...accounts.value, ...removed], id), {
        records: records.value,
        currency,
        dayStart: startOfDay(now()),
      }),
      isChanged: capNames.some(name => fields[name].trim() !== stored[name]),
      isSaved: saved.value === id,
    }
  }

  const rows = computed(() => accounts.value.map(rowOf))

  return {
    rows,
    duplicateMinutes: computed(() => duplicateWindow(limits.value)),
    type: (id, fields) => {
      batch(() => {
        typed.value = new Map(typed.value).set(id, { ...typed.value.get(id), ...fields })
        saved.value = ''
        if (issues.value.has(id)) issues.value = new Map(issues.value).set(id, capsOf(fieldsNow(id)).issues)
      })
    },
    save: async id => {
      const row = rows.value.find(({ account }) => account.id === id)
      if (row === undefined) return
      const parsed = capsOf(row.fields)
      issues.value = new Map(issues.value).set(id, parsed.issues)
      if (!parsed.ok) return
      const { caps } = parsed
      const own = { currency: row.currency, caps }
      limits.value = await limitsItem.update(all => ({ ...all, accounts: { ...all.accounts, [id]: own } }))
      batch(() => {
        typed.value = new Map([...typed.value].filter(([other]) => other !== id))
        saved.value = id
      })
    },
    setDuplicateMinutes: async duplicateMinutes => {
      limits.value = await limitsItem.update(all => ({ ...all, duplicateMinutes }))
    },
  }

  function fieldsNow(id: string): CapFields {
    return { ...fieldsOf(limits.value, id), ...typed.value.get(id) }
  }
}

function fieldsOf(limits: Limits, id: string): CapFields {
  const caps = limitsOf(limits, id)?.caps
  const text = (name: CapName): string => caps?.[name] ?? ''
  return { perOrder: text('perOrder'), perDay: text('perDay'), perAccount: text('perAccount') }
}
