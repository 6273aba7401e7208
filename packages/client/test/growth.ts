/**
 * How much longer a work takes for 16 times the length: 16 and less where it is linear, 256 where it is quadratic.
 * Measured in the time that this thread computes, least of three, so that a busy machine does not tell.
 */
export function growthOf(work: (text: string) => void, textOf: (length: number) => string): number {
  const texts = { short: textOf(20_000), long: textOf(320_000) }
  const took = (text: string): number => {
    const before = process.threadCpuUsage()
    work(text)
    const { user, system } = process.threadCpuUsage(before)
    return user + system
  }
  const least = (text: string): number => Math.min(took(text), took(text), took(text))
  least(texts.short)
  // What takes less than 2 ms is not measured well.
  return least(texts.long) / Math.max(least(texts.short), 2000)
}

/** Between the two, as a collector of garbage comes by. */
export const mostGrowth = 64
