/** Runs the task for each item, at most `width` at once; the first failure stops the rest, and is thrown. */
export async function forEachLimited<T>(
  items: readonly T[],
  width: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  let hasFailed = false
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (hasFailed) return
      await task(item)
    }
  }
  const workers = Array.from({ length: Math.min(width, items.length) }, worker)
  try {
    await Promise.all(workers)
  } catch (error) {
    hasFailed = true
    throw error
  }
}
