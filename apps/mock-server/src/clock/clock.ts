import { type Duration, durationMs } from './duration.ts'
import { createTimers } from './timers.ts'
import { createWaits, type WaitOptions } from './waits.ts'

export interface Clock {
  /** Milliseconds since 1970, on this clock. */
  now(): number
  /** Moves the clock forward, held or not: by milliseconds, or by a text such as `'90s'` or `'2h'`. */
  advance(duration: Duration): void
  /** Stops it where it is. */
  hold(): void
  /** Lets it run on from where it is, `rate` times as fast as the wall's. */
  run(rate?: number): void
  /** How many times as fast as the wall's it runs; 0 while it is held. */
  rate(): number
  /**
   * Resolves once the clock reads `at`: on a held clock, once it has been advanced that far. Rejects if the clock stands still for
   * ten seconds of the wall's, or `timeoutMs` is over, or the server is closed.
   * @throws RangeError for a time that no clock reaches, such as `NaN`
   */
  until(at: number, options?: WaitOptions): Promise<void>
  /** Back to where and how it began. */
  reset(): void
}

/** A clock with what its server does with it. */
export interface ServerClock extends Clock {
  /** Settles once the clock reads `at`, however long that takes: an answer may be held for good. */
  wait(at: number): Promise<void>
  /** Ends what waits for it in a test. */
  close(): void
}

export interface ClockOptions {
  /** Where the clock begins. Default: now, or for a held clock {@link heldStart}, so that tests repeat. */
  readonly startsAt?: Date | string | undefined
  /** Whether it moves only when told. Default: `false`. */
  readonly isHeld?: boolean | undefined
  /** Seconds of this clock in a second of the wall's, above 0. Default: 1. */
  readonly rate?: number | undefined
}

/** The last moment of the year 9999: the dates of both APIs have four digits for the year. */
const latest = Date.parse('9999-12-31T23:59:59.999Z')

/** Where a held clock begins that was given no time. */
export const heldStart = '2026-01-01T00:00:00.000Z'

/**
 * A clock of one server. It never goes back, and stops at the end of the year 9999. It follows the wall's clock as `Date` tells it,
 * the one of a test's fake timers too, and goes on from where it is when that is set back.
 * @param onChange is told whenever the clock is moved, stopped or started, not as it runs
 * @param wallNow the wall's clock in milliseconds; `Date.now` unless a test has its own
 * @throws RangeError for a `startsAt` that is no time, or a rate that is not above 0
 */
export function createClock(
  options: ClockOptions = {},
  onChange: () => void = () => undefined,
  // Looked up anew each time: fake timers may come and go.
  wallNow: () => number = () => Date.now(),
): ServerClock {
  const firstRate = options.isHeld === true ? 0 : checkedRate(options.rate ?? 1)
  let base = startOf(options, wallNow)
  let since = wallNow()
  let seen = since
  let rate = firstRate

  const now = (): number => {
    const wall = wallNow()
    if (wall < seen) {
      base += Math.floor((seen - since) * rate)
      since = wall
    }
    seen = wall
    return Math.min(latest, base + Math.floor((wall - since) * rate))
  }
  const settle = (): void => {
    base = now()
    since = seen
  }
  const timers = createTimers(now, at => (at - now()) / rate)
  const waits = createWaits()

  return {
    now,
    advance(duration) {
      base += durationMs(duration, 'advance: the duration')
      onChange()
      timers.check()
    },
    hold() {
      settle()
      rate = 0
      onChange()
      timers.check()
    },
    run(newRate = 1) {
      const checked = checkedRate(newRate)
      settle()
      rate = checked
      onChange()
      timers.check()
    },
    rate: () => rate,
    wait: at =>
      new Promise(resolve => {
        timers.add(Math.min(latest, at), resolve)
      }),
    until(at, given = {}) {
      if (!(at <= latest)) {
        throw new RangeError(`until: the time must be milliseconds since 1970, was given ${String(at)}`)
      }
      let looked = now()
      if (at <= looked) return Promise.resolve()
      const isOver = (): boolean => {
        const hasMoved = now() > looked
        looked = now()
        return !hasMoved
      }
      return waits.wait<undefined>(
        {
          begin: resolve => timers.add(at, () => resolve(undefined)),
          failure: why =>
            new Error(
              `${reasons[why]}: the clock is ${stateText(now(), rate)}, and does not read ${timeText(at)}`,
            ),
          // One that runs gets there, unless whoever waits has said how long that may take.
          ...(given.timeoutMs === undefined && { isOver }),
        },
        given,
      )
    },
    close: waits.close,
    reset() {
      base = startOf(options, wallNow)
      since = wallNow()
      seen = since
      rate = firstRate
      onChange()
      timers.ringAll()
    },
  }
}

const reasons = { timeout: 'The wait is over', closed: 'The server was closed' } as const

function stateText(now: number, rate: number): string {
  return rate === 0 ? `held at ${timeText(now)} (advance it, or let it run)` : `at ${timeText(now)}`
}

function timeText(time: number): string {
  return new Date(time).toISOString()
}

function startOf(options: ClockOptions, wallNow: () => number): number {
  if (options.startsAt === undefined) return options.isHeld === true ? Date.parse(heldStart) : wallNow()
  const start = new Date(options.startsAt).getTime()
  if (!(start >= 0 && start <= latest)) {
    throw new RangeError(
      `clock.startsAt must be a time from 1970 to 9999, was given ${String(options.startsAt)}`,
    )
  }
  return start
}

function checkedRate(rate: number): number {
  if (!(rate > 0 && Number.isFinite(rate))) {
    throw new RangeError(`clock.rate must be a number above 0, was given ${String(rate)}`)
  }
  return rate
}
