import { createSecureServer } from 'node:http2'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import { type Broken, forward } from './forward.ts'
import { openGate } from './gate.ts'
import { selfSigned } from './self-signed.ts'

/** What an upstream speaks: HTTP/1.1 plain, HTTP/1.1 over TLS, or HTTP/2 over TLS. */
export type Protocol = 'http1' | 'https1' | 'http2'

export const protocols: readonly [Protocol, ...Protocol[]] = ['http1', 'https1', 'http2']

/** Stands before an upstream that speaks plain HTTP/1.1, and speaks each protocol for it. What breaks there breaks here. */
export interface Front extends AsyncDisposable {
  /** The origin at which it speaks that protocol. */
  url(protocol: Protocol): string
  /** From now on, what breaks over HTTP/2 where the upstream's connection breaks. */
  setBroken(broken: Broken): void
  /** Returns how many connections it has taken so far, without those that fill the queue of one that is kept waiting. */
  taken(): number
  /** Keeps new connections waiting for about a second, as a far or busy server does. */
  holdUp(protocol: Protocol): Promise<void>
}

export async function createFront(upstreamPort: number): Promise<Front> {
  let broken: Broken = 'connection'
  let taken = 0
  const sockets = new Set<Socket>()
  const secured = new Map<number | undefined, Socket>()
  const certificate = selfSigned()

  const tls = createTlsServer({ ...certificate, ALPNProtocols: ['http/1.1'] }, socket => {
    const raw = secured.get(socket.remotePort)
    if (raw !== undefined) pass(socket, raw, upstreamPort)
  })
  const http2 = createSecureServer(certificate, () => undefined)
  http2.on('session', session => {
    session.on('error', () => undefined)
  })
  http2.on('stream', (stream, headers) => {
    // The port is gone with the connection.
    const raw = secured.get(stream.session?.socket.remotePort)
    void forward(stream, headers, upstreamPort, () => {
      if (broken === 'stream') stream.close(internalError)
      else raw?.resetAndDestroy()
    })
  })
  for (const server of [tls, http2]) server.on('tlsClientError', () => undefined)

  const doors: Readonly<Record<Protocol, (socket: Socket) => void>> = {
    http1: socket => pass(socket, socket, upstreamPort),
    https1: socket => tls.emit('connection', socket),
    http2: socket => http2.emit('connection', socket),
  }
  const gate = await openGate(protocols, (protocol, socket) => {
    const { remotePort } = socket
    taken += 1
    sockets.add(socket)
    secured.set(remotePort, socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      if (secured.get(remotePort) === socket) secured.delete(remotePort)
    })
    doors[protocol](socket)
  })
  return {
    url: protocol => `${protocol === 'http1' ? 'http' : 'https'}://127.0.0.1:${gate.port(protocol)}`,
    setBroken: what => {
      broken = what
    },
    taken: () => taken,
    holdUp: gate.holdUp,
    [Symbol.asyncDispose]: async () => {
      await gate[Symbol.asyncDispose]()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/**
 * Passes bytes between a client and the upstream until one of them ends. `outer` is what the client's bytes come from,
 * `raw` its connection, which are two things over TLS. A connection that the upstream resets is reset here too.
 */
function pass(outer: Duplex, raw: Socket, upstreamPort: number): void {
  const inner = connect({ port: upstreamPort, host: '127.0.0.1', noDelay: true })
  outer.pipe(inner)
  inner.pipe(outer)
  inner.on('error', () => raw.resetAndDestroy())
  outer.on('error', () => inner.destroy())
  outer.on('close', () => inner.destroy())
}

/** INTERNAL_ERROR of RFC 9113, section 7. REFUSED_STREAM would say that nothing was processed, which a front cannot know. */
const internalError = 2
