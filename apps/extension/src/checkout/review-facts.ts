import { isolate } from '@orderwright/core'
import { describeDripFeed } from '../catalogue/drip-feed.ts'
import { formatCount } from '../format/money.ts'
import type { CompleteOrder } from '../order-form/form-model.ts'
import { ownValue } from '../platform/own-value.ts'

export interface Fact {
  readonly label: string
  readonly value: string
}

/** Returns everything that will be sent, in words: what the person confirms. */
export function reviewFacts(complete: CompleteOrder): readonly Fact[] {
  const { service, order, quote, title } = complete
  const target = order.target === undefined ? [] : [{ label: 'For', value: withTitle(title, order.target) }]
  const quantity =
    order.quantity === undefined && service.quantitySource.kind === 'later'
      ? []
      : [{ label: 'Quantity', value: formatCount(order.quantity ?? quote.quantity.toFixed()) }]
  const params = service.params.flatMap(param => {
    const value = ownValue(order.params, param.name)
    if (value === undefined) return []
    const option = param.options.find(candidate => candidate.value === value)
    return [{ label: param.label, value: option?.name || value }]
  })
  return [
    ...target,
    { label: 'Service', value: `${isolate(service.name)} (number ${service.id})` },
    ...quantity,
    ...params,
    ...inAll(complete),
    ...(order.drip ? [{ label: 'Delivery', value: 'By drip' }] : []),
  ]
}

/** Returns what several runs come to, or that nothing is charged yet. */
function inAll({ service, order, quote }: CompleteOrder): readonly Fact[] {
  if (quote.isChargedLater) return [{ label: 'Charged', value: 'Later, for each delivered order' }]
  const dripFeed = describeDripFeed(service, quote, order.params)
  return dripFeed === undefined ? [] : [{ label: 'In all', value: `${dripFeed.amount},\n${dripFeed.pace}` }]
}

function withTitle(title: string, target: string): string {
  return title === '' ? target : `${title}\n${target}`
}
