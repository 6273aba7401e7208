import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FromAcceptor, ToAcceptor } from './acceptor.ts'

/** Listens on loopback, one port for each door, and can keep new connections waiting. */
export interface Gate<Door extends string> extends AsyncDisposable {
  port(door: Door): number
  /**
   * Keeps the connections waiting that are opened through the door from now on: their first packet is dropped, and the
   * kernel of who opens them sends it again after a second. Those that are open go on.
   */
  holdUp(door: Door): Promise<void>
}

/** How many connections wait to be accepted. With fewer, two that come at once might be dropped unasked. */
const backlog = 16

/** Shorter than the second after which a dropped packet comes again, longer than what the caller does meanwhile. */
const pauseMs = 800

/** A connection on loopback opens in far less, unless its packet was dropped. */
const openMs = 200

export async function openGate<Door extends string>(
  doors: readonly Door[],
  onConnection: (door: Door, socket: Socket) => void,
): Promise<Gate<Door>> {
  const acceptor = fork(fileURLToPath(new URL('acceptor.ts', import.meta.url)), [String(backlog), ...doors], {
    execArgv: [],
  })
  const fillers = new Set<number | undefined>()
  let onPausing = (): void => undefined
  const ports = new Promise<Readonly<Record<string, number>>>((resolve, reject) => {
    acceptor.once('error', reject)
    acceptor.once('exit', code => reject(new Error(`The acceptor ended with ${code}.`)))
    acceptor.on('message', (message: FromAcceptor, handle: unknown) => {
      if ('ports' in message) resolve(message.ports)
      if ('isPausing' in message) onPausing()
      const door = doors.find(name => 'door' in message && name === message.door)
      if (door === undefined || !(handle instanceof Socket)) return
      if (fillers.delete(handle.remotePort)) handle.destroy()
      else onConnection(door, handle)
    })
  })
  const opened = await ports
  const port = (door: Door): number => opened[door] ?? 0
  return {
    port,
    holdUp: async door => {
      const told: ToAcceptor = { pauseMs }
      const pausing = new Promise<void>(resolve => {
        onPausing = resolve
      })
      acceptor.send(told)
      await pausing
      await fill(port(door), fillers)
    },
    [Symbol.asyncDispose]: async () => {
      if (acceptor.exitCode !== null || acceptor.signalCode !== null) return
      const ended = once(acceptor, 'exit')
      acceptor.kill('SIGKILL')
      await ended
    },
  }
}

/** Opens as many connections as may wait: what comes after them is dropped. Fewer open if others wait already. */
async function fill(port: number, fillers: Set<number | undefined>): Promise<void> {
  const opened = Array.from({ length: backlog + 1 }, async () => {
    const filler = connect({ port, host: '127.0.0.1' })
    filler.on('error', () => undefined)
    filler.unref()
    await Promise.race([once(filler, 'connect'), pause(openMs)])
    if (filler.connecting) filler.destroy()
    else fillers.add(filler.localPort)
  })
  await Promise.all(opened)
}
