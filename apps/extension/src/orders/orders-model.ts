import type { OrderRecord } from '@orderwright/outbox'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { coalesce } from '../platform/coalesce.ts'
import { request } from '../platform/request.ts'
import type { OrderEntry } from './history/order-entry.ts'
import { allOrders, ordersOf, recentOrdersOf, watchOrders } from './history/order-history.ts'
import { lookAgainInTime } from './look-up-again.ts'
import { orderMessages, type ScreenTrigger } from './messages.ts'

export interface OrdersModel {
  /** Newest first: all of the account's once they were asked for, else those that a form must know of. */
  readonly entries: ReadonlySignal<readonly OrderEntry[]>
  /** Whether the entries are all of the account's. */
  readonly isWhole: ReadonlySignal<boolean>
  /** How many ask for the person's decision. */
  readonly undecided: ReadonlySignal<number>
  readonly isRefreshing: ReadonlySignal<boolean>
  /** What went wrong at the last refresh, in one sentence. */
  readonly problem: ReadonlySignal<string | undefined>
  /** Reads the history: the orders since a time, in milliseconds since 1970, if that is earlier than two days ago, and what is unresolved. */
  read(since?: number): Promise<void>
  /** Reads all of the history, now and whenever it changes. */
  readAll(): Promise<void>
  /** Asks the upstream about open orders, and reads the history again. */
  refresh(trigger: ScreenTrigger): Promise<void>
}

/** Limits count by the day, which began at most so long ago. */
const recentMs = 48 * 3_600_000

export function createOrders(accountId: ReadonlySignal<string>, end: AbortSignal): OrdersModel {
  const entries = signal<readonly OrderEntry[]>([])
  const isRefreshing = signal(false)
  const problem = signal<string | undefined>(undefined)

  const isWhole = signal(false)
  let earliest = Number.POSITIVE_INFINITY
  let isAllWanted = false

  async function read(since = Number.POSITIVE_INFINITY): Promise<void> {
    const id = accountId.value
    earliest = Math.min(earliest, since, Date.now() - recentMs)
    const isAll = isAllWanted
    const read = await (isAll ? ordersOf(id) : recentOrdersOf(id, earliest))
    if (id !== accountId.value) return
    batch(() => {
      entries.value = keepEqual(entries.value, read, ({ record }) => record.id)
      isWhole.value = isAll
    })
  }

  watchOrders(
    coalesce(() => read()),
    end,
  )
  lookAgainInTime(entries, end)

  return {
    entries,
    isWhole,
    undecided: computed(() => entries.value.filter(({ record }) => record.state.name === 'unknown').length),
    isRefreshing,
    problem,
    read,
    readAll: async () => {
      if (isAllWanted) return
      isAllWanted = true
      await read()
    },
    refresh: async trigger => {
      isRefreshing.value = true
      const id = accountId.value
      // What is known here shows before anybody is asked.
      await request(orderMessages['recover-orders'], {})
      await read()
      const answer = await request(orderMessages['refresh-orders'], { accountId: id, trigger })
      if (id !== accountId.value) return
      problem.value = answer.ok ? undefined : answer.sentence
      isRefreshing.value = false
      await read()
    },
  }
}

/**
 * Returns the items of `now`, each as it was in `before` if it has not changed, so that what shows it is not drawn
 * again.
 */
export function keepEqual<T>(
  before: readonly T[],
  now: readonly T[],
  idOf: (item: T) => string,
): readonly T[] {
  const earlier = new Map(before.map(item => [idOf(item), item]))
  const kept = now.map(item => {
    const same = earlier.get(idOf(item))
    return same !== undefined && isEqual(same, item) ? same : item
  })
  return kept.length === before.length && kept.every((item, place) => item === before[place]) ? before : kept
}

/** Compares values that were read from storage, which returns fields in the order in which they were stored. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Opens all records of the history, kept up to date until the signal aborts. */
export async function watchRecords(end: AbortSignal): Promise<ReadonlySignal<readonly OrderRecord[]>> {
  const records = signal<readonly OrderRecord[]>([])
  const read = async (): Promise<void> => {
    records.value = (await allOrders()).map(({ record }) => record)
  }
  watchOrders(coalesce(read), end)
  await read()
  return records
}
