import type { Balances, ComparedBalances } from '../resolve/compare-balances.ts'
import { messages } from './messages/en.generated.ts'
import { describeMoney, type MoneyWords } from './money-text.ts'

/**
 * Describes in plain English what the balances suggest about an order of unknown outcome, and that they prove nothing.
 *
 * @example
 * ```ts
 * const balances = { before: '20', after: '17.5', cost: '2.5' }
 * describeBalances(balances, compareBalances(balances)).startsWith('Your balance fell by 2.5') // true
 * ```
 */
export function describeBalances(
  { cost }: Pick<Balances, 'cost'>,
  { suggests, fell }: ComparedBalances,
  currency?: string,
  moneyWords: MoneyWords = describeMoney,
): string {
  const money = (amount: string): string => moneyWords(amount, currency)
  if (fell === undefined) return messages.balances.unknown()
  switch (suggests) {
    case 'placed':
      return messages.balances.placed({ fell: money(fell), cost: money(cost) })
    case 'not_placed':
      return messages.balances.not_placed({ cost: money(cost) })
    case 'nothing':
      return messages.balances.nothing({ change: money(negated(fell)), cost: money(cost) })
  }
}

function negated(amount: string): string {
  if (amount === '0') return amount
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}
