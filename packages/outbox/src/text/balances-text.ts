import type { Balances, ComparedBalances } from '../resolve/compare-balances.ts'
import { describeMoney, type MoneyWords } from './money-text.ts'

/**
 * Returns one English sentence: what the balances suggest of an order of unknown outcome, and that they are no proof.
 *
 * @example
 * ```ts
 * const balances = { before: '20', after: '17.5', cost: '2.5' }
 * describeBalances(balances, compareBalances(balances)).startsWith('The balance fell by 2.5') // true
 * ```
 */
export function describeBalances(
  { cost }: Pick<Balances, 'cost'>,
  { suggests, fell }: ComparedBalances,
  currency?: string,
  moneyWords: MoneyWords = describeMoney,
): string {
  const money = (amount: string): string => moneyWords(amount, currency)
  if (fell === undefined)
    return 'The balance before and after is not known; look for the order at the upstream.'
  switch (suggests) {
    case 'placed':
      return `The balance fell by ${money(fell)}, as it would by this order (${money(cost)}): it looks placed, but look at the upstream to be sure.`
    case 'not_placed':
      return `The balance has not changed, and this order costs ${money(cost)}: it looks as if it was not placed, but look at the upstream to be sure.`
    case 'nothing':
      return `The balance changed by ${money(negated(fell))}, which says nothing certain of an order for ${money(cost)}; look for it at the upstream.`
  }
}

function negated(amount: string): string {
  if (amount === '0') return amount
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}
