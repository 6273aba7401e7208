import { isOneCurrency } from './currency.ts'

/** What may be spent through one account, in its currency, as decimal strings; what is left out has no limit. */
export interface Caps {
  readonly perOrder?: string | undefined
  readonly perDay?: string | undefined
  /** In all, since the first record. */
  readonly perAccount?: string | undefined
}

/** What may be spent through one account. */
export interface AccountLimits {
  /** What the amounts are in: the account's own when they were set, blank if that was not known. */
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

/**
 * Returns whether the caps can be held against amounts in a currency; if there are no caps, there is nothing to compare.
 *
 * @example
 * ```ts
 * isInCurrency({ currency: 'EUR', caps: { perDay: '5' } }, 'USD') // false
 * isInCurrency({ currency: 'EUR', caps: {} }, 'USD') // true
 * ```
 */
export function isInCurrency({ caps, currency }: AccountLimits, other: string): boolean {
  return isOneCurrency(currency, other) || capNames.every(name => caps[name] === undefined)
}

/**
 * Returns the limits of an account; its id may be a name that every object has by birth.
 *
 * @example
 * ```ts
 * const accounts = { main: { currency: 'USD', caps: { perOrder: '5' } } }
 * limitsOf({ accounts }, 'main')?.caps // { perOrder: '5' }
 * limitsOf({ accounts }, 'constructor') // undefined
 * ```
 */
export function limitsOf(
  { accounts }: Pick<Limits, 'accounts'>,
  accountId: string,
): AccountLimits | undefined {
  return Object.hasOwn(accounts, accountId) ? accounts[accountId] : undefined
}
