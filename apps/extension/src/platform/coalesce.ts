/** Returns a function that reads once for many calls at once, and once more if it is called while it reads. */
export function coalesce(read: () => Promise<void>): () => void {
  let isReading = false
  let isStale = false
  const readAll = async (): Promise<void> => {
    isReading = true
    try {
      do {
        isStale = false
        await read()
      } while (isStale)
    } finally {
      // What could not be read once may be read the next time.
      isReading = false
    }
  }
  return () => {
    isStale = true
    if (!isReading) void readAll()
  }
}
