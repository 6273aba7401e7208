import pRetry from 'p-retry'
import { AbortedError, TimeoutError } from '../errors/request-errors.ts'
import { type AnyUpstreamError, isUpstreamError } from '../errors/upstream-error.ts'
import { type Deadline, describeEnd } from './deadline.ts'

export interface RetrySettings {
  readonly limit: number
  readonly minDelayMs: number
  readonly maxDelayMs: number
}

/**
 * Runs a read until it succeeds, fails for good, or the deadline passes: then it throws what the last attempt
 * threw, which says more than that time is up.
 */
export async function retryRead<T>(
  settings: RetrySettings,
  deadline: Deadline,
  attempt: () => Promise<T>,
): Promise<T> {
  let last: AnyUpstreamError | undefined
  try {
    return await pRetry(attempt, {
      retries: settings.limit,
      minTimeout: settings.minDelayMs,
      maxTimeout: settings.maxDelayMs,
      randomize: true,
      signal: deadline.signal,
      shouldRetry: async ({ error }) => {
        if (!isUpstreamError(error) || !isTransient(error)) return false
        last = error
        const waitMs = error.retryAfterMs ?? 0
        if (waitMs >= deadline.remainingMs()) return false
        await pause(waitMs, deadline.signal)
        return true
      },
    })
  } catch (error) {
    if (isUpstreamError(error) || !deadline.signal.aborted) throw error
    if (deadline.endedBy() === 'aborted') throw new AbortedError(describeEnd(deadline))
    throw last ?? new TimeoutError(describeEnd(deadline))
  }
}

/** Returns whether the same request may well succeed a little later. Never so for an error that the upstream spells out, 429 excepted. */
function isTransient(error: AnyUpstreamError): boolean {
  if (error.httpStatus === 429) return true
  if (error.kind === 'http_status') return (error.httpStatus ?? 0) >= 500
  return error.kind === 'network' || error.kind === 'unreadable'
}

async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  if (durationMs <= 0) return
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, durationMs)
    signal.addEventListener('abort', stop, { once: true })
  })
}
