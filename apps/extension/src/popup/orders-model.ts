import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { OrderEntry } from '../journal/order-entry.ts'
import { ask } from '../protocol.ts'
import { oneAtATime } from '../storage/one-at-a-time.ts'
import { ordersOf, watchOrders } from '../storage/orders.ts'
import { keepEqual } from './keep-equal.ts'
import { lookAgainInTime } from './look-again.ts'

export interface OrdersModel {
  /** Newest first. */
  readonly entries: ReadonlySignal<readonly OrderEntry[]>
  /** How many ask for the person's decision. */
  readonly undecided: ReadonlySignal<number>
  readonly isRefreshing: ReadonlySignal<boolean>
  /** What went wrong at the last refresh, in one sentence. */
  readonly problem: ReadonlySignal<string | undefined>
  /** Reads the journal. */
  read(): Promise<void>
  /** Asks the upstream about open orders, and reads the journal again. */
  refresh(occasion: 'opened' | 'wanted'): Promise<void>
}

export function createOrders(accountId: ReadonlySignal<string>, end: AbortSignal): OrdersModel {
  const entries = signal<readonly OrderEntry[]>([])
  const isRefreshing = signal(false)
  const problem = signal<string | undefined>(undefined)

  async function read(): Promise<void> {
    const id = accountId.value
    const read = await ordersOf(id)
    if (id === accountId.value) entries.value = keepEqual(entries.value, read, ({ record }) => record.id)
  }

  watchOrders(oneAtATime(read), end)
  lookAgainInTime(entries, end)

  return {
    entries,
    undecided: computed(() => entries.value.filter(({ record }) => record.life.state === 'unknown').length),
    isRefreshing,
    problem,
    read,
    refresh: async occasion => {
      isRefreshing.value = true
      const id = accountId.value
      // What is known here shows before anybody is asked.
      await ask({ type: 'recover-orders' }).catch(() => undefined)
      await read()
      const answer = await ask({ type: 'refresh-orders', accountId: id, occasion }).catch(() => lost)
      if (id !== accountId.value) return
      problem.value = answer.ok ? undefined : answer.sentence
      isRefreshing.value = false
      await read()
    },
  }
}

const lost = {
  ok: false,
  sentence: 'The extension’s worker was ended by the browser. Refresh again.',
} as const
