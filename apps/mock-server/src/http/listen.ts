import { createServer, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemAnswer } from './problem.ts'

export interface Listening {
  /** The origin. */
  readonly url: string
  /** Stops listening and ends every connection, answered or not. */
  close(): Promise<void>
}

/** Starts a server that listens. */
export async function listen(app: RequestListener, port: number, host: string): Promise<Listening> {
  // Node would answer what it refuses itself without a word: here everything is told in a form.
  const server = createServer({ requireHostHeader: false }, app)
  server.on('checkExpectation', app)
  server.on('connect', (_request, socket) => refuseTunnel(socket))
  server.on('clientError', (error, socket) => {
    if (!socket.writable) return
    const isTooLarge = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW'
    socket.end(unreadableRequest(isTooLarge ? 431 : 400))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // As it stands in a URL, an IPv6 address has brackets.
    server.listen(port, host.replace(/^\[(.*)\]$/, '$1'), () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  // Only a server that listens on a pipe has a text for an address.
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port')
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${name}:${address.port}`, close: () => closeServer(server) }
}

function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Node lets go of this connection: no one else looks at its errors, or ends it when the server closes. */
function refuseTunnel(socket: Duplex): void {
  socket.on('error', () => undefined)
  socket.end(unreadableRequest(400), () => socket.destroy())
}

function unreadableRequest(status: 400 | 431): string {
  const title = status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'
  const { text: body } = problemAnswer({
    status,
    title,
    detail:
      'These bytes are no HTTP request that the mock can read: send HTTP/1.1 with at most 16 KB of headers.',
  })
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}
