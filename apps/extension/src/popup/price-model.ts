import { Decimal, parseDecimal, type Quote } from '@orderwright/core'
import type { Balance } from '../storage/balances.ts'
import type { OrderForm } from './order-form-model.ts'

/** What is left after an order, a decimal string; negative where the balance does not cover it. */
export function balanceAfter(balance: Balance, quote: Quote): string {
  return (parseDecimal(balance.amount) ?? new Decimal(0)).minus(quote.total).toFixed()
}

/** What to do to see a price, in a few words. */
export function priceHint({ service, values, openIssues }: OrderForm): string {
  if (service.value === undefined) return 'Choose a service to see its price.'
  if (service.value.quantitySource.kind === 'given' && values.value.quantity.trim() === '') {
    return 'Enter a quantity to see the price.'
  }
  const count = openIssues.value
  return count === 1 ? 'One field needs attention.' : `${count} fields need attention.`
}
