import { isolate } from '@orderwright/core'
import { messages } from './messages/limits/en.generated.ts'

/** How amounts are written, such as with the sign of their currency; `undefined` if the currency is not known. */
export type MoneyWords = (amount: string, currency: string | undefined) => string

/**
 * Writes an amount in plain notation with its currency, if that is known.
 *
 * @example
 * ```ts
 * describeMoney('2.5', undefined) // '2.5'
 * ```
 */
export function describeMoney(amount: string, currency: string | undefined): string {
  return currency === undefined ? amount : messages.money({ amount, currency: isolate(currency) })
}
