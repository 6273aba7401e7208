import { type AskedAt, dueAt, type Followed } from './poll-target.ts'

/** What is remembered of how an account's upstream was asked; times in milliseconds since 1970. */
export interface AccountPace {
  /** In a row, up to now. */
  readonly failures: number
  /** The last of them. */
  readonly failedAt: number
  /** It is left alone until then, but for a person who looks. */
  readonly notBefore: number
  /** It wants to be left alone until then, by its own words. */
  readonly closedUntil: number
  /** By the keys of what is followed. */
  readonly askedAt: AskedAt
}

export const freshPace: AccountPace = { failures: 0, failedAt: 0, notBefore: 0, closedUntil: 0, askedAt: {} }

/**
 * The pace as it can be at `now`. What is dated later, by a clock that was set back since, was asked about nobody knows
 * when, and keeps nobody from asking.
 */
export function paceAt(pace: AccountPace, now: number): AccountPace {
  const askedAt = Object.fromEntries(Object.entries(pace.askedAt).filter(([, at]) => at <= now))
  return pace.failedAt > now ? { ...pace, askedAt, notBefore: 0, closedUntil: 0 } : { ...pace, askedAt }
}

/** After questions about `asked` were answered. */
export function afterAnswer({ askedAt }: AccountPace, asked: readonly string[], now: number): AccountPace {
  return { ...freshPace, askedAt: { ...askedAt, ...Object.fromEntries(asked.map(key => [key, now])) } }
}

/** After it could not be asked. */
export function afterFailure(
  pace: AccountPace,
  { retryAfterMs = 0, random }: Omit<Failure, 'failures'>,
  now: number,
): AccountPace {
  const failures = pace.failures + 1
  return {
    ...pace,
    failures,
    failedAt: now,
    notBefore: now + backOffMs({ failures, retryAfterMs, random }),
    closedUntil: now + Math.min(retryAfterMs, backOffBounds.mostAskedForMs),
  }
}

/** Forgets what is followed no more. */
export function withOnly(pace: AccountPace, keys: ReadonlySet<string>): AccountPace {
  const kept = Object.entries(pace.askedAt).filter(([key]) => keys.has(key))
  return { ...pace, askedAt: Object.fromEntries(kept) }
}

/** When the account is to be asked next, or `undefined` where nothing is followed there. */
export function nextTurnAt(
  pace: AccountPace,
  followed: readonly Followed[],
  lookUpsAt: readonly number[],
): number | undefined {
  const first = earliest([...followed.map(one => dueAt(one, pace.askedAt)), ...lookUpsAt])
  return first === undefined ? undefined : Math.max(pace.notBefore, first)
}

/** The first of the times, or `undefined` if there are none. */
export function earliest(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : times.reduce((first, time) => Math.min(first, time))
}
/** How long an upstream that could not be asked is left alone, in milliseconds. */
export const backOffBounds = { firstMs: 60_000, mostMs: 3_600_000, mostAskedForMs: 86_400_000 } as const

/** Up to so much more, so that many browsers do not come back at the same moment. */
const spread = 0.25

export interface Failure {
  /** 1 after the first. */
  readonly failures: number
  /** What the upstream asked for itself (`Retry-After`), where it did. */
  readonly retryAfterMs: number | undefined
  /** 0 to 1. */
  readonly random: number
}

/** Twice as long after each failure, and never shorter than the upstream asks for, up to a day. */
export function backOffMs({ failures, retryAfterMs = 0, random }: Failure): number {
  const { firstMs, mostMs, mostAskedForMs } = backOffBounds
  const own = Math.min(mostMs, firstMs * 2 ** (failures - 1))
  return Math.max(own, Math.min(mostAskedForMs, retryAfterMs)) * (1 + spread * random)
}
