/** Many calls at once read once or twice: what comes while it reads is read afterwards. */
export function oneAtATime(read: () => Promise<void>): () => void {
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
