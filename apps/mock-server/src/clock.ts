import { createAlarms } from './alarms.ts'
import { type Duration, durationMs } from './duration.ts'

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
  /** Settles once the clock reads `at`: on a held clock, once it has been advanced that far. */
  until(at: number): Promise<void>
  /** Back to where and how it began. */
  reset(): void
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
 * A clock of one server. It never goes back, and stops at the end of the year 9999.
 * @param wallNow the wall's clock in milliseconds; `Date.now` unless a test has its own
 * @throws RangeError for a `startsAt` that is no time, or a rate that is not above 0
 */
export function createClock(options: ClockOptions = {}, wallNow: () => number = Date.now): Clock {
  const firstRate = options.isHeld === true ? 0 : checkedRate(options.rate ?? 1)
  let base = startOf(options, wallNow)
  let since = wallNow()
  let rate = firstRate

  const now = (): number => Math.min(latest, base + Math.floor(Math.max(0, wallNow() - since) * rate))
  const settle = (): void => {
    base = now()
    since = wallNow()
  }
  const alarms = createAlarms(now, at => (at - now()) / rate)

  return {
    now,
    advance(duration) {
      base += durationMs(duration, 'advance: the duration')
      alarms.check()
    },
    hold() {
      settle()
      rate = 0
      alarms.check()
    },
    run(newRate = 1) {
      settle()
      rate = checkedRate(newRate)
      alarms.check()
    },
    rate: () => rate,
    until: at => alarms.wait(at),
    reset() {
      base = startOf(options, wallNow)
      since = wallNow()
      rate = firstRate
      alarms.ringAll()
    },
  }
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
