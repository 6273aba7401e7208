import type { FoundOrder, UpstreamStatus } from '../upstream/order-status.ts'

export interface PanelRow {
  readonly charge: string | undefined
  readonly start_count: number | undefined
  readonly status: string
  readonly remains: number | undefined
  readonly currency: string | undefined
  /** Of subscriptions: how many posts there were, the orders for them, and until when. */
  readonly posts: number | undefined
  readonly orders: readonly string[] | undefined
  readonly expiry: string | undefined
}

/** The statuses of orders and subscriptions that were seen, as `plainWord` writes them. */
const states: ReadonlyMap<string, UpstreamStatus> = new Map([
  ['pending', 'pending'],
  ['awaiting', 'pending'],
  ['queued', 'pending'],
  ['inprogress', 'in_progress'],
  ['processing', 'in_progress'],
  ['active', 'in_progress'],
  ['running', 'in_progress'],
  ['completed', 'completed'],
  ['complete', 'completed'],
  ['partial', 'partial'],
  ['partiallycompleted', 'partial'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['refunded', 'refunded'],
  ['paused', 'stopped'],
  ['expired', 'stopped'],
  ['fail', 'error'],
  ['failed', 'error'],
  ['error', 'error'],
])

/** A panel may still deliver, or give money back, in every other state. */
const final: ReadonlySet<UpstreamStatus> = new Set(['completed', 'partial', 'canceled', 'refunded'])

/** A subscription that has expired is over, one that is paused is not. */
const finalWords: ReadonlySet<string> = new Set(['expired'])

export function isOrderStatus(text: string): boolean {
  return states.has(plainWord(text))
}

/**
 * Returns whether a row says "error" and nothing else that an order has: then it is the panel's own rejection without words,
 * not an order in trouble.
 */
export function isBareError(row: PanelRow): boolean {
  const { status, ...others } = row
  return (
    states.get(plainWord(status)) === 'error' && Object.values(others).every(value => value === undefined)
  )
}

/**
 * Returns an order in the common form. A panel does not tell the quantity, so progress is known at the end alone; and
 * `charge` is what remains of it after a refund.
 */
export function foundOrder(orderId: string, row: PanelRow): FoundOrder {
  const state = states.get(plainWord(row.status)) ?? 'unknown'
  return {
    kind: 'found',
    orderId,
    state,
    rawStatus: row.status,
    isFinal: final.has(state) || finalWords.has(plainWord(row.status)),
    startCount: row.start_count,
    currentCount: undefined,
    wantedCount: undefined,
    remains: row.remains,
    progress: state === 'completed' ? 1 : undefined,
    charge: row.charge,
    refund: undefined,
    currency: row.currency,
    ...(row.orders !== undefined && {
      subscription: { posts: row.posts, orderIds: row.orders, expiry: row.expiry },
    }),
  }
}
/** Returns a status as it is compared: panels write the same one as `In progress`, `in_progress` and `IN-PROGRESS`. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '')
}
