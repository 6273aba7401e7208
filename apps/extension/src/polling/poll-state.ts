import { backOffBounds, backOffMs, type Failure } from '@orderwright/outbox'
import { type AskedAt, dueAt, type PollTarget } from './poll-target.ts'

/** How polling an account's upstream has gone so far. Times are in milliseconds since 1970. */
export interface PollState {
  /** How many polls have failed in a row, up to now. */
  readonly failures: number
  /** When the last of them failed. */
  readonly failedAt: number
  /** The alarm polls nothing before then; a person who looks still may. */
  readonly notBefore: number
  /** Until when the upstream has asked to be left alone (`Retry-After`). */
  readonly closedUntil: number
  /** When each target was last asked about, by its key. */
  readonly askedAt: AskedAt
}

export const freshPollState: PollState = {
  failures: 0,
  failedAt: 0,
  notBefore: 0,
  closedUntil: 0,
  askedAt: {},
}

/**
 * Returns the state without what is dated later than `now`. A clock was set back since, so nobody knows when that was,
 * and it must keep nobody from asking.
 */
export function pollStateAt(state: PollState, now: number): PollState {
  const askedAt = Object.fromEntries(Object.entries(state.askedAt).filter(([, at]) => at <= now))
  return state.failedAt > now ? { ...state, askedAt, notBefore: 0, closedUntil: 0 } : { ...state, askedAt }
}

/** Returns the state after the upstream has answered about the targets `asked`. */
export function afterAnswer({ askedAt }: PollState, asked: readonly string[], now: number): PollState {
  return { ...freshPollState, askedAt: { ...askedAt, ...Object.fromEntries(asked.map(key => [key, now])) } }
}

/** Returns the state after the upstream could not be asked. */
export function afterFailure(
  state: PollState,
  { retryAfterMs = 0, random }: Omit<Failure, 'failures'>,
  now: number,
): PollState {
  const failures = state.failures + 1
  return {
    ...state,
    failures,
    failedAt: now,
    notBefore: now + backOffMs({ failures, retryAfterMs, random }),
    closedUntil: now + Math.min(retryAfterMs, backOffBounds.mostAskedForMs),
  }
}

/** Returns the state without what is not among `keys`, the targets that are left. */
export function withOnly(state: PollState, keys: ReadonlySet<string>): PollState {
  const kept = Object.entries(state.askedAt).filter(([key]) => keys.has(key))
  return { ...state, askedAt: Object.fromEntries(kept) }
}

/** Returns when the account is to be polled next, or `undefined` if it has no targets. */
export function nextTurnAt(
  state: PollState,
  targets: readonly PollTarget[],
  lookUpsAt: readonly number[],
): number | undefined {
  const first = earliest([...targets.map(one => dueAt(one, state.askedAt)), ...lookUpsAt])
  return first === undefined ? undefined : Math.max(state.notBefore, first)
}

/** Returns the first of the times, or `undefined` if there are none. */
export function earliest(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : times.reduce((first, time) => Math.min(first, time))
}
