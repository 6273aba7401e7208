/** Many calls at once read once or twice: what comes while it reads is read afterwards. */
export function oneAtATime(read: () => Promise<void>): () => void {
  let isReading = false
  let isStale = false
  const readAll = async (): Promise<void> => {
    isReading = true
    do {
      isStale = false
      await read()
    } while (isStale)
    isReading = false
  }
  return () => {
    isStale = true
    if (!isReading) void readAll()
  }
}
