import { affordable, Decimal, type OrderWithoutQuantity, priceCurve, type Service } from '@orderwright/core'
import { formatCount, formatMoney } from '../format/money.ts'
import { messages as texts } from '../price/texts/en.generated.ts'
import type { QuantityReading } from './read-quantity.ts'

/** Returns the greatest quantity that a budget, a decimal string, buys, or says why it buys none. */
export function spend(
  service: Service,
  order: OrderWithoutQuantity,
  budget: string,
  currency: string,
): QuantityReading {
  const bought = affordable(service, order, budget)
  if (bought !== undefined) return { quantity: bought.toFixed(), isUnderstood: true, doubt: undefined }
  return { quantity: '', isUnderstood: false, doubt: whyNone(service, order, budget, currency) }
}

function whyNone(service: Service, order: OrderWithoutQuantity, budget: string, currency: string): string {
  const money = formatMoney(budget, currency)
  const ends = priceCurve(service, order).flatMap(({ from, to, totalAtFrom, totalAtTo }) => [
    { quantity: from, total: totalAtFrom },
    ...(to === undefined || totalAtTo === undefined ? [] : [{ quantity: to, total: totalAtTo }]),
  ])
  const [first, ...others] = ends
  if (first === undefined) return texts.budget.fields({ budget: money })
  const cheapest = others.reduce((best, end) => (end.total.lt(best.total) ? end : best), first)
  if (cheapest.total.lte(new Decimal(budget))) return texts.budget.noEnd({ budget: money })
  return texts.budget.tooLittle({
    budget: money,
    quantity: formatCount(cheapest.quantity.toFixed()),
    total: formatMoney(cheapest.total.toFixed(), currency),
  })
}
