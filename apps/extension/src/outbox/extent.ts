import type { Quote, Service } from '@orderwright/core'
import { dripFeedOf } from '../catalogue/drip-feed.ts'

/** How much was ordered, as the quote counted it: a panel does not say so again. Plain data of the journal. */
export type Extent =
  /** `total` pieces in all runs together, a whole number as decimal string. */
  | { readonly kind: 'count'; readonly total: string }
  /** A package, whose content the catalogue does not count. */
  | { readonly kind: 'package' }
  /** Nothing yet: each delivered order is charged later. */
  | { readonly kind: 'later' }

/** The extent of an order of the service with these params, which have been checked. */
export function extentOf(
  service: Service,
  quote: Pick<Quote, 'quantity'>,
  params: Readonly<Record<string, string>>,
): Extent {
  switch (service.quantitySource.kind) {
    case 'one':
      return { kind: 'package' }
    case 'later':
      return { kind: 'later' }
    case 'given':
    case 'lines': {
      const runs = params[dripFeedOf(service)?.runs.name ?? ''] ?? '1'
      return { kind: 'count', total: quote.quantity.times(runs).toFixed() }
    }
  }
}
