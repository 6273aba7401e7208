import { Decimal } from '../money/decimal.ts'
import { given } from '../money/decimal-argument.ts'
import { currencyDigits, refuseOtherCurrency } from './currency.ts'

/** An amount in a currency (ISO 4217). The type keeps currencies apart: a `Money<'EUR'>` is no `Money<'USD'>`. */
export interface Money<Code extends string = string> {
  readonly currency: Code
  readonly total: Decimal
}

/** What a reseller asks for an order, and how that comes about. */
export interface RetailPrice<Code extends string = string> extends Money<Code> {
  /** The quantity that is ordered. It decides which tier of a markup counts. */
  readonly quantity: Decimal
  /** What the order costs the reseller. */
  readonly cost: Decimal
  /** The least total that minimum charges and margin floors allow. */
  readonly least: Decimal
  /** The way from the cost to the total, line by line: the addends add up to the total. */
  readonly steps: readonly [RetailStep, ...RetailStep[]]
}

/** One line of the way to a retail price. */
export interface RetailStep {
  readonly kind: 'cost' | 'percent' | 'fixed' | 'minimum_charge' | 'margin_floor' | 'rounding'
  readonly addend: Decimal
  /** The running total after it. */
  readonly total: Decimal
}

/**
 * Returns what an order costs as a price to mark up and round. A quote names no currency, since it is that of the account: name it here.
 *
 * @throws {TypeError} if the currency is not three capital letters, or a number is no `Decimal`.
 * @throws {RangeError} if the currency has no decimals of its own, such as gold (XAU).
 *
 * @example
 * ```ts
 * const price = retailPrice({ total: new Decimal('1.2345'), quantity: new Decimal('1000') }, 'EUR')
 * price.currency // 'EUR'
 * price.steps.map(({ kind, addend }) => `${kind} ${addend}`) // ['cost 1.2345']
 * ```
 */
export function retailPrice<const Code extends string>(
  quote: { readonly total: Decimal; readonly quantity: Decimal },
  currency: Code,
): RetailPrice<Code> {
  currencyDigits(currency)
  const total = finite(quote.total, 'retailPrice: total')
  const quantity = finite(quote.quantity, 'retailPrice: quantity')
  const least = new Decimal(0)
  return { currency, quantity, cost: total, total, least, steps: [{ kind: 'cost', addend: total, total }] }
}

/**
 * Adds amounts of one currency, such as the prices of a cart.
 *
 * @throws {TypeError} if they are of different currencies.
 *
 * @example
 * ```ts
 * const [one, other] = ['1.20', '0.30'].map(total => ({ currency: 'EUR', total: new Decimal(total) }))
 * addMoney(one, other).total.toFixed() // '1.5'
 * ```
 */
export function addMoney<Code extends string>(
  first: Money<Code>,
  ...others: readonly Money<NoInfer<Code>>[]
): Money<Code> {
  let { total } = first
  for (const other of others) {
    refuseOtherCurrency(first.currency, other.currency, 'addMoney: an amount is in')
    total = total.plus(other.total)
  }
  return { currency: first.currency, total }
}

/** Returns a number of an argument, if it is a `Decimal` and one can reckon with it. */
export function finite(value: Decimal, what: string): Decimal {
  if (Decimal.isDecimal(value) && value.isFinite()) return value
  throw new TypeError(`${what} must be a finite Decimal, was given ${given(value)}`)
}
