import { given } from '../money/decimal-argument.ts'

/**
 * Returns how many decimals an amount in a currency has: 2 of the euro, none of the yen, 3 of Kuwait's dinar (ISO 4217, minor unit). A code
 * that is new to this list has 2, as nearly all have.
 *
 * @throws {TypeError} if the code is not three capital letters.
 * @throws {RangeError} if the code names something that has no decimals of its own, such as gold (XAU).
 *
 * @example
 * ```ts
 * currencyDigits('EUR') // 2
 * currencyDigits('JPY') // 0
 * ```
 */
export function currencyDigits(code: string): number {
  if (typeof code !== 'string' || !/^[A-Z]{3}$/.test(code)) {
    throw new TypeError(`the currency must be a code such as 'EUR', was given ${given(code)}`)
  }
  if (withoutUnit.test(code)) throw new RangeError(`the currency ${code} has no decimals to round to`)
  return digitsByCode.get(code) ?? 2
}

/** Throws if two currencies differ. `what` begins the sentence that says so. */
export function refuseOtherCurrency(currency: string, other: string, what: string): void {
  if (currency !== other)
    throw new TypeError(`${what} ${given(other)}, not ${given(currency)}: convert it first`)
}

/** All that have other than 2. */
const digitsByCode: ReadonlyMap<string, number> = new Map(
  [
    ['BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0] as const,
    ['BHD IQD JOD KWD LYD OMR TND', 3] as const,
    ['CLF UYW', 4] as const,
  ].flatMap(([codes, digits]) => codes.split(' ').map(code => [code, digits])),
)

/** Metals, units of account, and the codes for tests and for no currency. */
const withoutUnit = /^X(?:A[GU]|B[A-D]|DR|P[DT]|SU|TS|UA|X{2})$/
