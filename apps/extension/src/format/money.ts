import { type Decimal, isolate, parseDecimal } from '@orderwright/core'
import { currencyName } from '@orderwright/outbox'
import { readerLocale } from './locale.ts'

/** More decimals than these are rounded on screens, and marked so; the exact amount stays in the element. */
const shownDecimals = 8

/**
 * Returns an amount as people read it: with the digits that its currency has, such as cents, and never fewer than
 * it takes to see that it is not zero: `0.00042` is `$0.00042`. A rounded one says so: `≈ $0.33333333`.
 *
 * `decimals` is how many it has at least, as {@link sharedDecimals} gives it for a list.
 *
 * @example
 * ```ts
 * formatMoney('4.5', 'USD') // '$4.50'
 * ```
 */
export function formatMoney(amount: string, currency: string, decimals = 0): string {
  const decimal = parseDecimal(amount)
  if (decimal === undefined) return '–'
  const shown = decimalsOf(decimal)
  const text = print(decimal, Math.max(decimals, shown), currency, decimals)
  return decimal.decimalPlaces() > shown ? `≈ ${text}` : text
}

/**
 * Returns how many decimals amounts that stand below each other have: as many as the one that needs most.
 *
 * @example
 * ```ts
 * sharedDecimals(['2.5', '0.125']) // 3
 * ```
 */
export function sharedDecimals(amounts: readonly string[]): number {
  return amounts.reduce((most, text) => {
    const amount = parseDecimal(text)
    return amount === undefined ? most : Math.max(most, decimalsOf(amount))
  }, 0)
}

/** Returns how many decimals of an amount are shown. */
function decimalsOf(amount: Decimal): number {
  return Math.min(amount.decimalPlaces(), Math.max(shownDecimals, 2 - amount.e))
}

/** Formats an amount whose currency may not be known, otherwise as {@link formatMoney}. */
export function moneyWords(amount: string, currency: string | undefined): string {
  return formatMoney(amount, currency ?? '')
}

/** Formats a count with thousands separators, such as `20,000`. Text that is no number comes back as it is. */
export function formatCount(count: string): string {
  const decimal = parseDecimal(count)
  if (decimal === undefined) return count
  const text = decimal.toFixed()
  return isNumeric(text) ? formatter('', decimal.decimalPlaces()).format(text) : text
}

function print(amount: Decimal, decimals: number, currency: string, least: number): string {
  const text = amount.toFixed(decimals)
  if (!isNumeric(text)) return text
  const name = currencyName(currency)
  // A panel may name a currency of its own, which is no ISO code.
  if (/^[A-Z]{3}$/.test(name)) return formatter(name, decimals, least).format(text)
  return `${formatter('', decimals, least).format(text)} ${isolate(name)}`.trimEnd()
}

function isNumeric(text: string): text is `${number}` {
  return parseDecimal(text) !== undefined
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(currency: string, decimals: number, least = 0): Intl.NumberFormat {
  const id = `${currency}/${decimals}/${least}`
  const known = formatters.get(id)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(readerLocale, {
    ...(currency === '' ? {} : { style: 'currency', currency }),
    minimumFractionDigits: Math.min(100, Math.max(least, ownDigits(currency))),
    maximumFractionDigits: Math.min(100, Math.max(decimals, ownDigits(currency))),
  })
  formatters.set(id, made)
  return made
}

/** Returns how many decimals a currency has: none for the yen, three for the dinar. */
function ownDigits(currency: string): number {
  if (currency === '') return 0
  const format = new Intl.NumberFormat(readerLocale, { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
