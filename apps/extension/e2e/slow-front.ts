import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export interface SlowFront extends AsyncDisposable {
  readonly url: string
  /** How many connections were taken so far. */
  taken(): number
  /** From now on connecting takes about a second, which is when the browser asks again; what is connected works on. */
  slowDown(): Promise<void>
}

/** Chromium opens a second connection beside one that has not come about after 250 ms. */
const pastBackupMs = 600

/** Before the server at `url`: every byte passes, and so does a reset. */
export async function openSlowFront(url: string): Promise<SlowFront> {
  const listener = fork(fileURLToPath(new URL('slow-front-listener.ts', import.meta.url)), { execArgv: [] })
  const [address]: { port: number }[] = await once(listener, 'message')
  const port = address?.port ?? 0
  let taken = 0
  listener.on('message', (_, socket) => {
    if (!(socket instanceof Socket)) return
    taken += 1
    join(socket, connect(Number(new URL(url).port), '127.0.0.1'))
  })
  const slowDown = async (): Promise<void> => {
    listener.kill('SIGSTOP')
    const crowd = await fillQueue(port)
    void setTimeout(pastBackupMs).then(() => {
      for (const socket of crowd) socket.destroy()
      listener.kill('SIGCONT')
    })
  }
  return {
    url: `http://127.0.0.1:${port}`,
    taken: () => taken,
    slowDown,
    [Symbol.asyncDispose]: async () => {
      const ended = once(listener, 'exit')
      listener.kill('SIGKILL')
      await ended
    },
  }
}

/** Connects until a connection is not taken. */
async function fillQueue(port: number): Promise<readonly Socket[]> {
  const crowd: Socket[] = []
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    crowd.push(socket)
    // On loopback a connection takes no time, or a second.
    const isTaken = await Promise.race([once(socket, 'connect').then(() => true), setTimeout(150, false)])
    if (!isTaken) return crowd
    if (crowd.length > 200) throw new Error('This system does not let the queue of a listener fill up.')
  }
}

function join(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to)
    from.on('error', () => to.resetAndDestroy())
    from.on('close', () => to.destroySoon())
  }
}
