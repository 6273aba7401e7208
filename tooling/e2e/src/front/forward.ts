import { type IncomingHttpHeaders, request } from 'node:http'
import type { IncomingHttpHeaders as Http2Headers, ServerHttp2Stream } from 'node:http2'
import { buffer } from 'node:stream/consumers'

/** What breaks over HTTP/2 where an upstream of HTTP/1.1 breaks its connection: the one request, or all that share it. */
export type Broken = 'stream' | 'connection'

/**
 * Carries one request of HTTP/2 over a connection of its own to the upstream, and its answer back as it comes.
 * `onBroken` is called where the upstream breaks off, before or in the middle of its answer.
 */
export async function forward(
  stream: ServerHttp2Stream,
  headers: Http2Headers,
  upstreamPort: number,
  onBroken: () => void,
): Promise<void> {
  stream.on('error', () => undefined)
  // Whole, as proxies do it; a body that was broken off does not go on.
  const body = await buffer(stream).catch(() => undefined)
  if (body === undefined || stream.destroyed) return
  const { ':method': method, ':path': path } = headers
  const outgoing = request({
    host: '127.0.0.1',
    port: upstreamPort,
    agent: false,
    method,
    path,
    headers: withoutConnection(headers),
  })
  const breakOff = (): void => {
    if (!stream.closed && !stream.destroyed) onBroken()
  }
  outgoing.on('error', breakOff)
  outgoing.on('response', response => {
    if (stream.closed || stream.destroyed) return
    stream.respond({ ':status': response.statusCode ?? 502, ...withoutConnection(response.headers) })
    response.pipe(stream)
    response.on('error', breakOff)
  })
  // Whoever asked has gone, or has been answered.
  stream.on('close', () => outgoing.destroy())
  outgoing.end(body)
}

/** What HTTP/2 has no place for: its own pseudo-headers one way, what speaks of a connection the other way. */
function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(':') && !ofConnection.has(name)),
  )
}

const ofConnection: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding'])
