import type { FoundOrder, OrderState } from '../order-status.ts'
import { plainWord } from './plain-word.ts'

export interface PanelRow {
  readonly charge: string | undefined
  readonly start_count: number | undefined
  readonly status: string
  readonly remains: number | undefined
  readonly currency: string | undefined
}

/** The statuses of orders that were seen, as `plainWord` writes them. */
const states: ReadonlyMap<string, OrderState> = new Map([
  ['pending', 'pending'],
  ['awaiting', 'pending'],
  ['inprogress', 'in_progress'],
  ['processing', 'in_progress'],
  ['completed', 'completed'],
  ['partial', 'partial'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['refunded', 'refunded'],
  ['paused', 'stopped'],
  ['fail', 'error'],
  ['error', 'error'],
])

/** A panel may still deliver, or give money back, in every other state. */
const final: ReadonlySet<OrderState> = new Set(['completed', 'partial', 'canceled', 'refunded'])

/**
 * An order in the common form. A panel does not tell the quantity, so progress is known at the end alone; and
 * `charge` is what remains of it after a refund.
 */
export function foundOrder(orderId: string, row: PanelRow): FoundOrder {
  const state = states.get(plainWord(row.status)) ?? 'unknown'
  return {
    kind: 'found',
    orderId,
    state,
    rawStatus: row.status,
    isFinal: final.has(state),
    startCount: row.start_count,
    currentCount: undefined,
    wantedCount: undefined,
    remains: row.remains,
    progress: state === 'completed' ? 1 : undefined,
    charge: row.charge,
    refund: undefined,
    currency: row.currency,
  }
}
