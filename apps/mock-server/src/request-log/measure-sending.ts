import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Clock } from '../clock/clock.ts'

/** What has gone out in answer to a request. */
export interface SentAnswer {
  readonly durationMs: number
  /** On the connection, headers included; absent if answers before it had not gone out when the request came. */
  readonly bytes: number | undefined
  /** Absent if none went out, or none that Node wrote. */
  readonly headers: OutgoingHttpHeaders | undefined
}

export interface Sending {
  /** Milliseconds since 1970, on the server's clock. */
  readonly startedAt: number
  /** Calls back once, as soon as all of the answer is written or the connection is gone. */
  whenOver(tell: (sent: SentAnswer) => void): void
}

/** Begins to measure the answer to a request that has come. */
export function measureSending(clock: Pick<Clock, 'now'>, response: ServerResponse): Sending {
  const startedAt = clock.now()
  const { socket } = response
  const before = socket?.bytesWritten ?? 0
  const sent = (): SentAnswer => ({
    durationMs: clock.now() - startedAt,
    bytes: socket === null ? undefined : socket.bytesWritten - before,
    headers: response.headersSent ? response.getHeaders() : undefined,
  })
  return {
    startedAt,
    whenOver(tell) {
      // What waits in the connection counts as written: a client that has its answer finds it in the log.
      if (response.writableEnded || response.destroyed || socket?.writable === false) tell(sent())
      else response.once('close', () => tell(sent()))
    },
  }
}
