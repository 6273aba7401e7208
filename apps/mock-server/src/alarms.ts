/** Waits that end by a clock of our own. */
export interface Alarms {
  /** Settles once the clock has reached `at`. */
  wait(at: number): Promise<void>
  /** Ends the waits that are due, and looks again when the next one is: to be called whenever the clock is touched. */
  check(): void
  /** Ends every wait. */
  ringAll(): void
}

interface Wait {
  readonly at: number
  readonly end: () => void
}

/** The longest that a timer waits; after it the alarms look again. */
const longestMs = 2 ** 31 - 1

/** @param wallMsUntil how long the wall's clock takes until this clock reads `at`; `Infinity` while it is held */
export function createAlarms(now: () => number, wallMsUntil: (at: number) => number): Alarms {
  let waits: readonly Wait[] = []
  let timer: NodeJS.Timeout | undefined

  const check = (): void => {
    clearTimeout(timer)
    const time = now()
    const due = waits.filter(({ at }) => at <= time)
    waits = waits.filter(({ at }) => at > time)
    for (const { end } of due.toSorted((one, other) => one.at - other.at)) end()
    const untilNext = wallMsUntil(
      waits.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY),
    )
    if (!Number.isFinite(untilNext)) return
    timer = setTimeout(check, Math.min(longestMs, Math.ceil(untilNext)))
    // A wait for its own sake keeps no process alive: whoever waits has a socket open.
    timer.unref()
  }

  return {
    wait(at) {
      if (at <= now()) return Promise.resolve()
      return new Promise(resolve => {
        waits = [...waits, { at, end: resolve }]
        check()
      })
    },
    check,
    ringAll() {
      clearTimeout(timer)
      const all = waits
      waits = []
      for (const { end } of all) end()
    },
  }
}
