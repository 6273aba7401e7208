import type { Page } from 'puppeteer-core'

/** An order as the extension remembers it: the one place that knows how it stores them. */
export interface HistoryEntry {
  readonly id: string
  readonly target: string
  readonly standing: Standing
  /** The word that it is stored under, for a report. */
  readonly state: string
  /** Whether the extension kept it back, since it had no connection that it could trust to carry it once. */
  readonly isKeptBack: boolean
  /** Whether it was ever not known what became of it. */
  readonly wasUnknown: boolean
  /** The upstream's number for it. */
  readonly orderId: string | undefined
  /** A decimal string: what the upstream says that it charged. */
  readonly charge: string | undefined
}

/** What the history says of an order: on its way, taken, not taken, or that nobody knows. */
export type Standing = 'open' | 'taken' | 'not_taken' | 'unknown'

const standings: Readonly<Record<string, Standing>> = {
  draft: 'open',
  queued: 'open',
  submitting: 'open',
  accepted: 'taken',
  open: 'taken',
  closed: 'taken',
  rejected: 'not_taken',
  not_sent: 'not_taken',
  not_placed: 'not_taken',
  unknown: 'unknown',
}

/** Every order in the extension's own database, read by a page of the extension. */
export async function readHistory(page: Page): Promise<readonly HistoryEntry[]> {
  const rows = await page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await wait(indexedDB.open('orders'))
    try {
      const entries = await wait(database.transaction('orders').objectStore('orders').getAll())
      return entries.map(({ record: { id, order, state, history, wholeCharge } }) => ({
        id: String(id),
        target: String(order.target),
        state: String(state.name),
        isKeptBack: state.name === 'not_sent' && state.reason.code === 'no_connection',
        wasUnknown: history.some(({ state }: { state: string }) => state === 'unknown'),
        orderId: state.orderId === undefined ? undefined : String(state.orderId),
        charge: wholeCharge ?? state.status?.charge,
      }))
    } finally {
      database.close()
    }
  })
  return rows.map(row => ({ ...row, standing: standings[row.state] ?? 'unknown' }))
}
