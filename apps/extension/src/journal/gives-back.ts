import type { FoundOrder, OrderState } from '@orderwright/client'

const ends: ReadonlySet<OrderState> = new Set(['partial', 'canceled', 'refunded'])

/** Whether money was given back, so that an upstream's charge may be no more than what is left of it. */
export function givesBack({ state }: Pick<FoundOrder, 'state'>): boolean {
  return ends.has(state)
}
