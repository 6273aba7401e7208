import { currencyName } from '@orderwright/outbox'
import { readerLocale } from '../format/locale.ts'

/** Nobody types more than this as an amount. */
const longest = 40

/**
 * Reads an amount of money where a quantity was asked for: `25$`, `$1,500`, `25.50 USD`, `25,50 €`. Returns it as a decimal string, or
 * `undefined` if the text does not name the account's currency (by its symbol or its code) or may be read in two ways.
 *
 * @example
 * ```ts
 * readBudget('25$', 'USD') // '25'
 * ```
 */
export function readBudget(typed: string, currency: string): string | undefined {
  if (typed.length > longest) return undefined
  const [, before = '', digits = '', after = ''] =
    /^([^\d.,]*?)\s*(\d[\d., ]*?)\s*([^\d.,]*)$/.exec(typed.normalize('NFKC').trim()) ?? []
  if ((before === '') === (after === '') || !marksOf(currency).has((before || after).toLowerCase())) {
    return undefined
  }
  return amountOf(digits)
}

/**
 * Separates an amount at the end of a search from its words: `views 25$`. The amount is as it was typed.
 *
 * @example
 * ```ts
 * splitBudget('views 25$', 'USD') // { words: 'views', budget: '25$' }
 * ```
 */
export function splitBudget(
  query: string,
  currency: string,
): { readonly words: string; readonly budget: string } {
  const parts = query.trim().split(/\s+/)
  for (const count of [1, 2]) {
    const budget = parts.slice(-count).join(' ')
    if (readBudget(budget, currency) !== undefined) {
      return { words: parts.slice(0, -count).join(' '), budget }
    }
  }
  return { words: query, budget: '' }
}

/** Each takes whole and decimals. A group of three behind a lone point may be either, and is neither here. */
const forms = [/^(\d+)(?:[.,](\d{1,2}))?$/, /^(0)\.(\d{3,8})$/, /^(\d{1,3}(?:[, ]\d{3})+)(?:\.(\d{1,2}))?$/]

function amountOf(digits: string): string | undefined {
  for (const form of forms) {
    const [, whole, decimals] = form.exec(digits) ?? []
    if (whole !== undefined) {
      const plain = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
      return decimals === undefined ? plain : `${plain}.${decimals}`
    }
  }
  return undefined
}

/** Returns what people write for a currency, in small letters. What has no name yet may be any. */
function marksOf(currency: string): ReadonlySet<string> {
  const name = currencyName(currency)
  if (name === '') return new Set(['$', '€', '£', '¥', '₹', '₽', '₺'])
  if (!/^[A-Z]{3}$/.test(name)) return new Set([name.toLowerCase()])
  const symbols = (['symbol', 'narrowSymbol'] as const).map(currencyDisplay => {
    const format = new Intl.NumberFormat(readerLocale, { style: 'currency', currency: name, currencyDisplay })
    return format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? name
  })
  return new Set([name, ...symbols].map(mark => mark.toLowerCase()))
}
