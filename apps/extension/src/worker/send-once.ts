/**
 * A `fetch` for what must not be sent twice. Chromium repeats a request by itself, a POST too, when a connection
 * that served another one before breaks before the answer begins: the upstream may have taken the order by
 * then, and would take it again. (docs/decisions/0021-one-connection-an-order.md)
 *
 * - Over HTTP/2 and 3 the body is streamed, which cannot be repeated.
 * - HTTP/1.1 takes no streams. There, a request with credentials goes over connections that no read has used,
 *   and by `ensureSendOnceRule` none of them is kept for a second order. The rule takes the cookies out.
 */
export function sendOnce(url: string, init: RequestInit): Promise<Response> {
  return isMultiplexed(url)
    ? fetch(url, streamed(url, init))
    : fetch(url, { ...init, credentials: 'include' })
}

/** By what the read just before has shown. */
function isMultiplexed(url: string): boolean {
  const { origin } = new URL(url)
  const protocols = performance
    .getEntriesByType('resource')
    .flatMap(entry =>
      entry instanceof PerformanceResourceTiming && entry.name.startsWith(`${origin}/`)
        ? [entry.nextHopProtocol]
        : [],
    )
  return ['h2', 'h3'].includes(protocols.at(-1) ?? '')
}

interface StreamedInit extends RequestInit {
  /** The DOM's types do not have it yet. */
  readonly duplex: 'half'
}

function streamed(url: string, init: RequestInit): StreamedInit {
  // Made for the content type that goes with the body.
  const { headers, body } = new Request(url, init)
  return { ...init, headers, body, duplex: 'half' }
}
