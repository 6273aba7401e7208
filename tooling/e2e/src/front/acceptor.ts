import { type AddressInfo, createServer, type Socket } from 'node:net'

// The process that listens for a front, and hands each connection to the one that started it. It is a process of its own
// because a listener stops taking connections only while its whole event loop stands still, and those that were taken
// before are to go on meanwhile. Started by gate.ts with the names of the doors and the backlog of each.

/** What the acceptor says: the port of each door; that it pauses now; or through which door a connection came, which goes along. */
export type FromAcceptor =
  | { readonly ports: Readonly<Record<string, number>> }
  | { readonly isPausing: true }
  | { readonly door: string }

/** What the acceptor is told: to take no connection for so many milliseconds. */
export interface ToAcceptor {
  readonly pauseMs: number
}

const [backlog = '', ...doors] = process.argv.slice(2)

const ports = await Promise.all(
  doors.map(async door => {
    const server = createServer({ pauseOnConnect: true, noDelay: true }, socket => {
      say({ door }, socket)
    })
    await new Promise<void>(resolve =>
      server.listen({ port: 0, host: '127.0.0.1', backlog: Number(backlog) }, resolve),
    )
    return [door, portOf(server.address())] as const
  }),
)
process.on('message', ({ pauseMs }: ToAcceptor) => {
  const told: FromAcceptor = { isPausing: true }
  process.send?.(told, undefined, undefined, () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
  })
})
// Also where the other end was killed.
process.on('disconnect', () => process.exit())
say({ ports: Object.fromEntries(ports) })

function say(message: FromAcceptor, socket?: Socket): void {
  process.send?.(message, socket)
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('A listener of TCP has a port.')
  return address.port
}
