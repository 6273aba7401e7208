import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/**
 * Passes bytes between a client and the upstream until one of them ends. `outer` is what the client's bytes come from,
 * `raw` its connection, which are two things over TLS. A connection that the upstream resets is reset here too.
 */
export function pass(outer: Duplex, raw: Socket, upstreamPort: number): void {
  const inner = connect({ port: upstreamPort, host: '127.0.0.1', noDelay: true })
  outer.pipe(inner)
  inner.pipe(outer)
  inner.on('error', () => raw.resetAndDestroy())
  outer.on('error', () => inner.destroy())
  outer.on('close', () => inner.destroy())
}
