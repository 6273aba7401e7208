import type { OrderRecord } from '../record/record-schema.ts'

/**
 * Returns what a currency is called: ISO codes in capitals, however an upstream writes them, and any other as it stands.
 *
 * @example
 * ```ts
 * currencyName(' usd ') // 'USD'
 * currencyName('Coins') // 'Coins'
 * ```
 */
export function currencyName(currency: string): string {
  const name = currency.trim()
  const code = name.toUpperCase()
  return codes.has(code) ? code : name
}

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/**
 * Returns whether two amounts may be compared. One whose currency was not known is taken for the other's: that counts too much
 * rather than too little.
 *
 * @example
 * ```ts
 * isOneCurrency('usd', 'USD') // true
 * isOneCurrency('USD', 'EUR') // false
 * isOneCurrency('USD', '') // true
 * ```
 */
export function isOneCurrency(left: string, right: string): boolean {
  return left === '' || right === '' || currencyName(left) === currencyName(right)
}

/** Returns the orders whose amounts are in a currency. */
export function recordsIn(currency: string, records: readonly OrderRecord[]): readonly OrderRecord[] {
  return records.filter(({ confirmed }) => isOneCurrency(confirmed.currency ?? '', currency))
}
