import { isolate } from '@orderwright/core'

/** How amounts are written, such as with the sign of their currency; `undefined` where the currency is not known. */
export type MoneyWords = (amount: string, currency: string | undefined) => string

/** An amount in plain notation with its currency, where that is known. */
export const describeMoney: MoneyWords = (amount, currency) =>
  currency === undefined ? amount : `${amount} ${isolate(currency)}`
