import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { answer, type Step } from './scripted-server.ts'

/** The thirteen ways in which a server's answer fails that a client can tell apart. */
export type Fault =
  | 'reset'
  | 'destroy'
  | 'end'
  | 'garbage'
  | 'badChunk'
  | 'chunkedCutShort'
  | 'shorterThanLength'
  | 'partThenReset'
  | 'jsonCutShort'
  | 'htmlPage'
  | 'empty'
  | 'stallAfterHeaders'
  | 'neverAnswers'

export const faults: Readonly<Record<Fault, Step>> = {
  reset: raw(socket => socket.resetAndDestroy()),
  destroy: raw(socket => socket.destroy()),
  end: raw(socket => socket.end()),
  garbage: raw(socket => socket.end('SSH-2.0-OpenSSH_9.9\r\n\r\n')),
  badChunk: raw(socket => socket.end(`${head('Transfer-Encoding: chunked')}zz\r\n{"status"\r\n`)),
  chunkedCutShort: raw(socket => socket.end(`${head('Transfer-Encoding: chunked')}9\r\n{"status"\r\n`)),
  shorterThanLength: raw(socket => socket.end(`${head('Content-Length: 500')}{"status"`)),
  partThenReset: raw(socket =>
    socket.write(`${head('Content-Length: 500')}{"status"`, () => socket.resetAndDestroy()),
  ),
  jsonCutShort: answer('{"status":"success","id_service_subm'),
  htmlPage: answer('<!DOCTYPE html><html><head><title>Just a moment</title></head></html>'),
  empty: answer(''),
  stallAfterHeaders: response => {
    response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders()
  },
  neverAnswers: () => undefined,
}

function raw(misbehave: (socket: Socket) => void): Step {
  return ({ socket }: ServerResponse) => {
    if (socket !== null) misbehave(socket)
  }
}

function head(header: string): string {
  return `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${header}\r\n\r\n`
}
