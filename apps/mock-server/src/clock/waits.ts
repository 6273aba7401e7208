import { clearTimeout, setTimeout } from 'node:timers'

export interface WaitOptions {
  /** Its reason is what the wait rejects with. */
  readonly signal?: AbortSignal | undefined
  /** How long to wait at most, in milliseconds of the wall's clock, also if a test has fake timers. Default: 10,000. */
  readonly timeoutMs?: number | undefined
}

interface Waiting<Value> {
  /** Has `resolve` called later, and gives what stops that. */
  readonly begin: (resolve: (value: Value) => void) => () => void
  /** What the wait rejects with. */
  readonly failure: (why: 'timeout' | 'closed') => Error
  /** Whether time that has run out ends the wait; else it begins anew. Default: it does. */
  readonly isOver?: () => boolean
}

/** Waits of a test that always settle: by what is awaited, by time, by a signal, or as the server closes. */
export interface Waits {
  /** @throws RangeError for a timeout that is no number of milliseconds */
  wait<Value>(waiting: Waiting<Value>, options?: WaitOptions): Promise<Value>
  close(): void
}

export const usualWaitMs = 10_000

/** The longest that a timer waits. */
const longestMs = 2 ** 31 - 1

export function createWaits(): Waits {
  const open = new Set<() => void>()
  let isClosed = false
  return {
    wait({ begin, failure, isOver = () => true }, { signal, timeoutMs = usualWaitMs } = {}) {
      if (!(timeoutMs >= 0 && timeoutMs <= longestMs)) {
        throw new RangeError(
          `timeoutMs must be a number from 0 to ${longestMs}, was given ${String(timeoutMs)}`,
        )
      }
      if (signal?.aborted === true) return failed(signal.reason)
      if (isClosed) return failed(failure('closed'))
      return handled(
        new Promise((resolve, reject) => {
          const settle = (): void => {
            clearTimeout(timer)
            signal?.removeEventListener('abort', abort)
            open.delete(close)
            stop()
          }
          const fail = (reason: unknown): void => {
            settle()
            reject(reason)
          }
          const abort = (): void => fail(signal?.reason)
          const close = (): void => fail(failure('closed'))
          const look = (): void => {
            if (isOver()) fail(failure('timeout'))
            else timer = setTimeout(look, timeoutMs).unref()
          }
          let timer = setTimeout(look, timeoutMs).unref()
          open.add(close)
          signal?.addEventListener('abort', abort)
          const stop = begin(value => {
            settle()
            resolve(value)
          })
        }),
      )
    },
    close() {
      isClosed = true
      for (const end of [...open]) end()
    },
  }
}

function failed(reason: unknown): Promise<never> {
  return handled(Promise.reject(reason))
}

/** A wait that nobody looks at any more, as its server closes, is no reason to end a process. */
function handled<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined)
  return promise
}
