/** How an order is delivered: in one run, or in several that begin an interval apart. All times in milliseconds. */
export interface Delivery {
  /** How long the order waits before anything is delivered. */
  readonly pendingMs: number
  /** How long one run takes; linear in itself. */
  readonly runMs: number
  readonly runs: bigint
  /** From the beginning of one run to that of the next. */
  readonly intervalMs: number
}

/** From when the order is taken to when it is completed. */
export function durationOf({ pendingMs, runMs, runs, intervalMs }: Delivery): number {
  return pendingMs + Number(runs - 1n) * intervalMs + runMs
}

/** How many runs have been delivered whole. */
export function finishedRuns({ pendingMs, runMs, runs, intervalMs }: Delivery, elapsedMs: number): bigint {
  const sinceFirstEnd = elapsedMs - pendingMs - runMs
  if (sinceFirstEnd < 0) return 0n
  // Runs that are no time apart go together, as a single one does.
  if (intervalMs === 0) return runs
  const finished = 1n + BigInt(Math.floor(sinceFirstEnd / intervalMs))
  return finished < runs ? finished : runs
}

/** How much of `wanted` is delivered; each run delivers an equal part. */
export function deliveredAfter(delivery: Delivery, wanted: bigint, elapsedMs: number): bigint {
  const { pendingMs, runMs, runs, intervalMs } = delivery
  const finished = finishedRuns(delivery, elapsedMs)
  if (finished === runs) return wanted
  const perRun = intervalMs === 0 ? wanted : wanted / runs
  const intoRun = elapsedMs - pendingMs - Number(finished) * intervalMs
  const inRun = Math.min(Math.max(0, intoRun), runMs)
  return finished * perRun + (perRun * BigInt(inRun)) / BigInt(runMs)
}
