import type { OrderRecord } from '@orderwright/outbox'
import { capNames, judgeLimits, type LimitIssue, type Limits, limitsOf, noLimits } from '@orderwright/outbox'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Balance } from '../accounts/balances.ts'
import { openSharedRecords } from '../orders/shared-records.ts'
import { limitsItem } from './limit-store.ts'
import { startOfDay } from './start-of-day.ts'

/** The person's limits while an order is filled in; the worker judges again before it sends. */
export interface LiveLimits {
  /** Every limit that an order of that total, a decimal string, would go over now. */
  issuesOf(total: string): readonly LimitIssue[]
  /** Whether the account has any limit. */
  hasAny(): boolean
  /** Whether one of its limits counts every order that there ever was. */
  countsAll(): boolean
}

interface LiveLimitsOptions {
  readonly accountId: ReadonlySignal<string>
  /** Blank if it is not known. */
  readonly currency: ReadonlySignal<string>
  /** What the account holds, once it is known. */
  readonly balance: ReadonlySignal<Balance | undefined>
  /** All of the account's. */
  readonly records: ReadonlySignal<readonly OrderRecord[]>
  readonly now: () => number
}

/**
 * Opens the limits for the form. Both answers follow what is stored: a component or computed signal that reads them is
 * updated.
 */
export async function openLiveLimits(options: LiveLimitsOptions, end: AbortSignal): Promise<LiveLimits> {
  const { accountId, currency, balance, records, now } = options
  const limits = signal<Limits>(noLimits)
  limitsItem.watch(value => {
    limits.value = value
  }, end)
  limits.value = await limitsItem.get()
  const shared = openSharedRecords(accountId, end)
  return {
    issuesOf: total => {
      const candidate = { id: '', accountId: accountId.value, confirmed: { total } }
      const { aliases, others } = shared.value
      return judgeLimits(candidate, {
        limits: limits.value,
        aliases,
        currency: currency.value,
        balance: balance.value?.amount,
        dayStart: startOfDay(now()),
        records: [...records.value, ...others],
      })
    },
    countsAll: () => limitsOf(limits.value, accountId.value)?.caps.perAccount !== undefined,
    hasAny: () => {
      const caps = limitsOf(limits.value, accountId.value)?.caps
      return capNames.some(name => caps?.[name] !== undefined)
    },
  }
}
