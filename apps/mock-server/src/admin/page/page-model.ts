import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { LogEntry } from '../../request-log/entry.ts'
import type { OrderView } from '../handle/order-view.ts'
import type { AccountView } from '../routes/accounts.ts'
import type { ClockState } from '../routes/clock.ts'
import type { ActiveFault, FaultKind } from '../routes/faults.ts'
import { type Api, RefusedError } from './api.ts'

export interface PageModel {
  readonly connection: ReadonlySignal<Connection>
  /** What the server said last. */
  readonly shown: ReadonlySignal<Shown>
  readonly log: LogModel
  /** Why the server refused what was asked last. */
  readonly shownError: ReadonlySignal<string | undefined>
  /** Asks the server for everything, unless it is being asked already. */
  readonly refresh: () => Promise<void>
  /** Does what a person asked for, says why if it was refused, and shows what has become of it. */
  readonly act: (work: () => Promise<void>) => void
}

export type Connection = 'waiting' | 'live' | 'lost' | 'locked'

export interface Shown {
  readonly clock: ClockReading | undefined
  readonly orders: readonly OrderView[]
  /** Whether the server has more orders. */
  readonly isCut: boolean
  readonly accounts: readonly AccountView[]
  readonly faultKinds: readonly FaultKind[]
  readonly faults: readonly ActiveFault[]
}

export interface ClockReading {
  readonly clock: ClockState
  /** When it was read, in milliseconds as `performance.now()` has them. */
  readonly readAt: number
}

/** The requests, in the order of arrival. While it is paused, what comes is kept for later. */
export interface LogModel {
  readonly entries: ReadonlySignal<readonly LogEntry[]>
  readonly waiting: ReadonlySignal<readonly LogEntry[]>
  readonly isPaused: ReadonlySignal<boolean>
  readonly togglePause: () => void
}

const mostOrders = 100

/** More would make the page slow; the server keeps more. */
const mostEntries = 200

export function createPageModel(api: Api): PageModel {
  const connection = signal<Connection>('waiting')
  const shownError = signal<string | undefined>(undefined)
  const shown = signal<Shown>({
    clock: undefined,
    orders: [],
    isCut: false,
    accounts: [],
    faultKinds: [],
    faults: [],
  })
  const log = createLog()
  const readNews = followLog(api)
  let isAsking = false

  const ask = async (): Promise<void> => {
    const kinds = shown.peek().faultKinds
    const [faultKinds, clock, orders, accounts, faults, news] = await Promise.all([
      kinds.length > 0 ? kinds : api.get<readonly FaultKind[]>('/fault-kinds'),
      api.get<ClockState>('/clock'),
      api.get<readonly OrderView[]>(`/orders?limit=${mostOrders}`),
      api.get<readonly AccountView[]>('/accounts'),
      api.get<readonly ActiveFault[]>('/faults'),
      readNews(),
    ])
    batch(() => {
      const reading = { clock, readAt: performance.now() }
      shown.value = {
        clock: reading,
        orders,
        isCut: orders.length === mostOrders,
        accounts,
        faultKinds,
        faults,
      }
      log.add(news)
      connection.value = 'live'
    })
  }
  const refresh = async (): Promise<void> => {
    if (isAsking) return
    isAsking = true
    try {
      await ask()
    } catch (error) {
      connection.value = error instanceof RefusedError && error.status === 401 ? 'locked' : 'lost'
    } finally {
      isAsking = false
    }
  }
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    shownError.value = undefined
    try {
      await work()
    } catch (error) {
      shownError.value = error instanceof Error ? error.message : 'That did not work.'
    }
    await refresh()
  }
  return { connection, shown, log, shownError, refresh, act: work => void attempt(work) }
}

interface News {
  /** Whether what was seen before is no longer in the log: it was cleared, or the server was reset. */
  readonly isNew: boolean
  readonly entries: readonly LogEntry[]
}

function createLog(): LogModel & { add(news: News): void } {
  const entries = signal<readonly LogEntry[]>([])
  const waiting = signal<readonly LogEntry[]>([])
  const isPaused = signal(false)
  const take = (): void => {
    if (isPaused.peek() || waiting.peek().length === 0) return
    entries.value = [...entries.peek(), ...waiting.peek()].slice(-mostEntries)
    waiting.value = []
  }
  return {
    entries,
    waiting,
    isPaused,
    togglePause: () =>
      batch(() => {
        isPaused.value = !isPaused.peek()
        take()
      }),
    add(news) {
      if (news.isNew) {
        entries.value = []
        waiting.value = []
      }
      if (news.entries.length === 0) return
      waiting.value = [...waiting.peek(), ...news.entries].slice(-mostEntries)
      take()
    },
  }
}

/** Returns what asks for the requests that have come since it was asked last. */
function followLog(api: Api): () => Promise<News> {
  let seen = 0
  return async () => {
    const latest = await api.get<readonly LogEntry[]>('/request-log?limit=1')
    const last = latest[0]?.sequence ?? 0
    const isNew = last < seen
    const after = isNew ? 0 : seen
    seen = last
    if (last === after) return { isNew, entries: [] }
    const entries = await api.get<readonly LogEntry[]>(`/request-log?after=${after}&limit=${mostEntries}`)
    seen = entries.at(-1)?.sequence ?? last
    return { isNew, entries }
  }
}
