import type { ClockOptions, ServerClock } from '../clock/clock.ts'
import type { KeptState } from './read-state-file.ts'

/** A clock that tells whenever it is touched. */
export function watchClock(clock: ServerClock, touched: () => void): ServerClock {
  return {
    ...clock,
    advance(duration) {
      clock.advance(duration)
      touched()
    },
    hold() {
      clock.hold()
      touched()
    },
    run(rate) {
      clock.run(rate)
      touched()
    },
  }
}

/** Where a clock goes on that was kept: a held one where it stood, one that ran as if it had run on. */
export function continuedClock(
  { at, wallAt, rate }: NonNullable<KeptState['clock']>,
  wallNow: number,
): ClockOptions {
  const startsAt = new Date(at + Math.max(0, wallNow - wallAt) * rate)
  return rate === 0 ? { startsAt, isHeld: true } : { startsAt, rate }
}
