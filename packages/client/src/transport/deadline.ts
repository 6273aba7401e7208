export interface CallOptions {
  /** Ends the call. An order that is already on its way may be taken all the same: its outcome is `unknown`. */
  readonly signal?: AbortSignal | undefined
  /** For the whole call, its retries included, in milliseconds: 1 to 600 000. Default: the client's. */
  readonly timeoutMs?: number | undefined
}

export interface Deadline {
  /** Aborts at the deadline, or with the caller's signal. */
  readonly signal: AbortSignal
  readonly timeoutMs: number
  readonly remainingMs: () => number
  /** What ended the call, once `signal` has aborted. */
  readonly endedBy: () => 'aborted' | 'timeout'
}

/** Runs a call that ends at its deadline or with the caller's signal, whichever comes first. */
export async function withDeadline<T>(
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
  run: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const timer = new AbortController()
  const endsAt = performance.now() + timeoutMs
  // AbortSignal.timeout cannot be cleared: each call would leave a timer behind.
  const handle = setTimeout(() => timer.abort(), timeoutMs)
  const signal = callerSignal === undefined ? timer.signal : AbortSignal.any([callerSignal, timer.signal])
  try {
    return await run({
      signal,
      timeoutMs,
      remainingMs: () => endsAt - performance.now(),
      endedBy: () => (callerSignal?.aborted === true ? 'aborted' : 'timeout'),
    })
  } finally {
    clearTimeout(handle)
  }
}

/** Returns a sentence about a call that its deadline or its caller ended. */
export function describeEnd(deadline: Deadline): string {
  return deadline.endedBy() === 'timeout'
    ? `No whole answer came within ${deadline.timeoutMs / 1000} s.`
    : 'The call was cancelled before the answer was whole.'
}
