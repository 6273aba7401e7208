import type { Quote, Service } from '@orderwright/core'
import { dripFeedOf } from '../catalogue/drip-feed.ts'
import { ownValue } from '../platform/own-value.ts'

/**
 * Returns how many pieces an order of the service with these params, which have been checked, delivers in all, over
 * all runs: a whole number as decimal string. It is `null` for a package, whose content the catalogue does not count,
 * and for what is charged later, each delivered order by itself.
 */
export function deliveredCount(
  service: Service,
  quote: Pick<Quote, 'quantity'>,
  params: Readonly<Record<string, string>>,
): string | null {
  switch (service.quantitySource.kind) {
    case 'one':
    case 'later':
      return null
    case 'given':
    case 'lines': {
      const runs = ownValue(params, dripFeedOf(service)?.runs.name) ?? '1'
      return quote.quantity.times(runs).toFixed()
    }
  }
}
