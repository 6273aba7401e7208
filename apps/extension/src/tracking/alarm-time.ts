/** Up to so much later, so that many browsers that saw the same do not ask at the same moment. */
const spread = 0.1

/** The browser's own least for what is no test, so that nothing is promised that it does not keep. */
const leastMs = 30_000

/** When the alarm for a turn at `turnAt` rings: not before it, nor within half a minute. `random` is 0 to 1. */
export function alarmTime(turnAt: number, now: number, random: number): number {
  const waitMs = Math.max(leastMs, turnAt - now)
  return now + waitMs * (1 + spread * random)
}
