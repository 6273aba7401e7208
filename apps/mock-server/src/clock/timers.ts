import { clearTimeout, setTimeout } from 'node:timers'

/** Waits that end by a clock of our own. */
export interface Timers {
  /** Calls `end` once the clock has reached `at`; what it gives stops that. */
  add(at: number, end: () => void): () => void
  /** Ends the waits that are due, and looks again when the next one is: to be called whenever the clock is touched. */
  check(): void
  /** Ends every wait. */
  ringAll(): void
}

interface Wait {
  readonly at: number
  readonly end: () => void
}

/**
 * How often the timers look at the clock while something waits, at least: a test may take the wall's clock, or its timers, away, give
 * them back, or set them on.
 */
const beatMs = 100

/** @param wallMsUntil how long the wall's clock takes until this clock reads `at`; `Infinity` while it is held */
export function createTimers(now: () => number, wallMsUntil: (at: number) => number): Timers {
  const waits = new Set<Wait>()
  let timer: NodeJS.Timeout | undefined
  let stopFake = (): void => undefined

  const check = (): void => {
    const time = now()
    const due = [...waits].filter(({ at }) => at <= time).toSorted((one, other) => one.at - other.at)
    for (const wait of due) waits.delete(wait)
    for (const { end } of due) end()
    schedule()
  }
  const schedule = (): void => {
    clearTimeout(timer)
    stopFake()
    let next = Number.POSITIVE_INFINITY
    for (const { at } of waits) next = Math.min(next, at)
    const untilNext = Math.max(0, Math.ceil(wallMsUntil(next)))
    if (!Number.isFinite(untilNext)) return
    // A wait for its own sake keeps no process alive: whoever waits has a socket open.
    timer = setTimeout(check, Math.min(beatMs, untilNext)).unref()
    stopFake = fakeTimer(check, untilNext)
  }

  return {
    add(at, end) {
      if (at <= now()) {
        end()
        return () => undefined
      }
      const wait = { at, end }
      waits.add(wait)
      schedule()
      return () => void waits.delete(wait)
    },
    check,
    ringAll() {
      const all = [...waits]
      waits.clear()
      for (const { end } of all) end()
      schedule()
    },
  }
}

/** Under the fake timers of a test, one of those too: it rings as soon as they are advanced that far. */
function fakeTimer(ring: () => void, afterMs: number): () => void {
  const { setTimeout: begin, clearTimeout: end } = globalThis
  if (begin === setTimeout) return () => undefined
  const fake = begin(ring, Math.min(afterMs, 2 ** 31 - 1))
  return () => end(fake)
}
