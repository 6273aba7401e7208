import { isolate } from '@orderwright/core'
import { describeDripFeed } from '../catalogue/drip-feed.ts'
import { formatCount } from '../format/money.ts'
import type { CompleteOrder } from '../order-form/form-model.ts'
import { ownValue } from '../platform/own-value.ts'
import { messages as texts } from './texts/en.generated.ts'

export interface Fact {
  readonly label: string
  readonly value: string
}

/** Returns everything that will be sent, in words: what the person confirms. */
export function reviewFacts(complete: CompleteOrder): readonly Fact[] {
  const { service, order, quote, title } = complete
  const target =
    order.target === undefined ? [] : [{ label: texts.facts.for(), value: withTitle(title, order.target) }]
  const quantity =
    order.quantity === undefined && service.quantitySource.kind === 'later'
      ? []
      : [{ label: texts.facts.quantity(), value: formatCount(order.quantity ?? quote.quantity.toFixed()) }]
  const params = service.params.flatMap(param => {
    const value = ownValue(order.params, param.name)
    if (value === undefined) return []
    const option = param.options.find(candidate => candidate.value === value)
    return [{ label: param.label, value: option?.name || value }]
  })
  return [
    ...target,
    {
      label: texts.facts.service(),
      value: texts.facts.named({ name: isolate(service.name), id: service.id }),
    },
    ...quantity,
    ...params,
    ...inAll(complete),
    ...(order.drip ? [{ label: texts.facts.delivery(), value: texts.facts.drip() }] : []),
  ]
}

/** Returns what several runs come to, or that nothing is charged yet. */
function inAll({ service, order, quote }: CompleteOrder): readonly Fact[] {
  if (quote.isChargedLater) return [{ label: texts.facts.charged(), value: texts.facts.later() }]
  const dripFeed = describeDripFeed(service, quote, order.params)
  return dripFeed === undefined
    ? []
    : [{ label: texts.facts.all(), value: `${dripFeed.amount},\n${dripFeed.schedule}` }]
}

function withTitle(title: string, target: string): string {
  return title === '' ? target : `${title}\n${target}`
}
