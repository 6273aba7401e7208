import { once } from 'node:events'
import { createServer, connect as openSocket, type Socket } from 'node:net'
import { createInterface, type Interface } from 'node:readline'
import { createMemoryLock, type NamedLock } from '../src/index.ts'

/** Serves locks to other processes; a connection that ends, however it ends, releases its name. */
export async function serveLocks(): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const lock = createMemoryLock()
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    const lines = readLines(socket)
    const released = new Promise<void>(resolve => {
      socket.once('close', () => resolve())
      lines.on('line', line => {
        if (line === 'release') resolve()
      })
    })
    const hold = async (): Promise<string> => {
      socket.write('held\n')
      await released
      return 'held'
    }
    lines.once('line', async line => {
      const { name, isTry }: { name: string; isTry: boolean } = JSON.parse(line)
      const held = isTry ? await lock.tryRun(name, hold) : await lock.run(name, hold)
      if (!socket.destroyed) socket.end(held === undefined ? 'busy\n' : 'released\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Reads lines until the other side is gone, however it went: that is no error here. */
function readLines(socket: Socket): Interface {
  const lines = createInterface(socket)
  for (const source of [socket, lines]) source.on('error', () => undefined)
  return lines
}

/** Locks that `serveLocks` holds for this process, each by a connection of its own. */
export function createSocketLock(port: number): NamedLock & { readonly kill: () => Promise<void> } {
  const sockets = new Set<Socket>()
  async function ask<T>(name: string, isTry: boolean, task: () => Promise<T>): Promise<T | undefined> {
    const socket = openSocket(port, '127.0.0.1')
    sockets.add(socket)
    const lines = readLines(socket)[Symbol.asyncIterator]()
    try {
      socket.write(`${JSON.stringify({ name, isTry })}\n`)
      const { value } = await lines.next()
      if (value === 'busy') return undefined
      if (value !== 'held') throw new Error('the lock server is gone')
      try {
        return await task()
      } finally {
        socket.write('release\n')
        await lines.next()
      }
    } finally {
      socket.destroy()
      sockets.delete(socket)
    }
  }
  return {
    run: async (name, task) => {
      const boxed = await ask(name, false, async () => ({ value: await task() }))
      if (boxed === undefined) throw new Error('a lock that is waited for is never busy')
      return boxed.value
    },
    tryRun: (name, task) => ask(name, true, task),
    kill: async () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
