/** A browser lists 250 requests and leaves out what comes later. No use of an upstream makes as many as are left. */
const limit = 150

/** Empties the browser's list of requests before it is full, so that the next ones are in it. */
export function makeRoomForRequests(): void {
  if (performance.getEntriesByType('resource').length >= limit) performance.clearResourceTimings()
}

/** Returns true if the latest request to the URL's origin went over HTTP/2 or 3, and false if none is listed. */
export function isMultiplexed(url: string): boolean {
  const { origin } = new URL(url)
  const latest = performance
    .getEntriesByType('resource')
    .findLast(({ name }) => name.startsWith(`${origin}/`))
  return latest instanceof PerformanceResourceTiming && ['h2', 'h3'].includes(latest.nextHopProtocol)
}
