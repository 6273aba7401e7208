import { type Decimal, parseDecimal } from '@orderwright/core'

/** The screens are in English, and so are their numbers. */
const locale = 'en-US'

/** More decimals than these are rounded on screens, and marked so; the exact amount stays in the element. */
const shownDecimals = 8

/**
 * An amount as people read it, with at least cents and never fewer digits than it takes to see that it is
 * not zero: `0.00042` is `$0.00042`. A rounded one says so: `≈ $0.33333333`.
 *
 * @example
 * ```ts
 * formatMoney('4.5', 'USD') // '$4.50'
 * ```
 */
export function formatMoney(amount: string, currency: string): string {
  const decimal = parseDecimal(amount)
  if (decimal === undefined) return '–'
  const places = decimal.decimalPlaces()
  const limit = Math.max(shownDecimals, 2 - decimal.e)
  const text = print(decimal, Math.min(places, limit), currency)
  return places > limit ? `≈ ${text}` : text
}

/** The same for an amount whose currency may not be known. */
export function moneyWords(amount: string, currency: string | undefined): string {
  return formatMoney(amount, currency ?? '')
}

/** A count with thousands separators, such as `20,000`; text that is no number comes back as it is. */
export function formatCount(count: string): string {
  const decimal = parseDecimal(count)
  if (decimal === undefined) return count
  const text = decimal.toFixed()
  return isNumeric(text) ? formatter('', decimal.decimalPlaces()).format(text) : text
}

function print(amount: Decimal, decimals: number, currency: string): string {
  const text = amount.toFixed(decimals)
  if (!isNumeric(text)) return text
  // A panel may name a currency of its own, which is no ISO code.
  if (/^[A-Z]{3}$/.test(currency)) return formatter(currency, Math.max(2, decimals)).format(text)
  return `${formatter('', decimals).format(text)} ${currency}`.trimEnd()
}

function isNumeric(text: string): text is `${number}` {
  return parseDecimal(text) !== undefined
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(currency: string, decimals: number): Intl.NumberFormat {
  const id = `${currency}/${decimals}`
  const known = formatters.get(id)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(locale, {
    ...(currency === '' ? {} : { style: 'currency', currency }),
    minimumFractionDigits: currency === '' ? 0 : Math.min(2, decimals),
    maximumFractionDigits: Math.min(100, decimals),
  })
  formatters.set(id, made)
  return made
}
