import type { Caps } from '@orderwright/outbox'
import { isOneCurrency } from './one-currency.ts'

/** What may be spent through one account. */
export interface AccountLimits {
  /** What the amounts are in: the account's own when they were set, blank where that was not known. */
  readonly currency: string
  /** Decimal strings; what is absent has no limit. */
  readonly caps: Caps
}

export interface Limits {
  /** By account id. */
  readonly accounts: Readonly<Record<string, AccountLimits>>
  /** For how long the same order is asked about; absent until it is chosen, a day then. */
  readonly duplicateMinutes?: number | undefined
}

export type CapName = keyof Caps

/** In the order in which they are shown. */
export const capNames: readonly CapName[] = ['perOrder', 'perDay', 'perAccount']

export const noLimits: Limits = { accounts: {} }

/** Whether the caps can be held against amounts in a currency; where there are none there is nothing to compare. */
export function isInCurrency({ caps, currency }: AccountLimits, other: string): boolean {
  return isOneCurrency(currency, other) || capNames.every(name => caps[name] === undefined)
}
