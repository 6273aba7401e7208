import type { Param, Service } from '@orderwright/core'

/** The two params by which an order is delivered in several runs. */
export interface DripFeed {
  readonly runs: Param
  readonly interval: Param
}

/**
 * The drip-feed of a service, if it has one: a param that multiplies the price by itself together with the one
 * that it requires and that requires it. No other pair of params is bound to each other in that way.
 */
export function dripFeedOf({ params }: Pick<Service, 'params'>): DripFeed | undefined {
  for (const runs of params) {
    const interval = params.find(({ name, requires }) => name === runs.requires && requires === runs.name)
    if (interval !== undefined && multipliesByItself(runs)) return { runs, interval }
  }
  return undefined
}

function multipliesByItself({ modifier }: Param): boolean {
  return modifier?.type === 'multiply' && modifier.every === '1' && modifier.by === '1'
}
