import type { ServerResponse } from 'node:http'
import { setImmediate, setTimeout } from 'node:timers'
import { type Answer, writeAnswerHead } from '../http/answer.ts'
import { type FaultStrategy, type Sent, sendsInstead } from './strategy.ts'

export type BrokenAnswerName =
  | 'reset'
  | 'close'
  | 'no-answer'
  | 'garbage'
  | 'bad-chunk'
  | 'truncated'
  | 'truncated-reset'
  | 'stall'
  | 'cut-json'
  | 'empty'
  | 'html'
  | 'html-403'
  | 'html-502'
  | 'error-500'
  | 'error-503'
  | 'bom'
  | 'notice'
  | 'redirect'

const nothing = (): undefined => undefined

const garbage = '\u0007 garbage \u0007\r\n\r\n'
const badChunk = 'size\r\n{\r\n'

/** Each kind of failure that a client can tell apart, by name. */
export const brokenAnswers: Readonly<Record<BrokenAnswerName, FaultStrategy>> = {
  reset: {
    does: 'resets the connection (RST) without a byte',
    deliver: response => response.socket?.resetAndDestroy(),
    sends: nothing,
  },
  close: {
    does: 'closes the connection (FIN) without a byte',
    deliver: response => response.socket?.destroy(),
    sends: nothing,
  },
  'no-answer': {
    does: 'keeps the connection open and never answers',
    deliver: () => undefined,
    sends: nothing,
  },
  garbage: {
    does: 'sends bytes that are no HTTP, and closes',
    deliver: response => response.socket?.end(garbage),
    sends: () => ({ body: garbage }),
  },
  'bad-chunk': {
    does: 'sends the headers and a chunk whose size is no number',
    deliver: response =>
      response.socket?.end(
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${badChunk}`,
      ),
    sends: () => ({ status: 200, body: badChunk }),
  },
  truncated: {
    sendsAnswer: true,
    does: 'sends half of the body that Content-Length promises, and closes',
    deliver: (response, answer) => sendHalf(response, answer, () => response.socket?.destroy()),
    sends: half,
  },
  'truncated-reset': {
    sendsAnswer: true,
    does: 'sends half of the body that Content-Length promises, and resets',
    deliver: (response, answer) => sendHalf(response, answer, () => resetOnceRead(response)),
    sends: half,
  },
  stall: {
    sendsAnswer: true,
    does: 'sends half of the body and keeps the connection open',
    deliver: (response, answer) => sendHalf(response, answer, () => undefined),
    sends: half,
  },
  'cut-json': {
    does: 'sends half of the JSON as a complete answer',
    rewrite: ({ status, text }) => ({ status, text: halfOf(text) }),
  },
  empty: {
    does: 'answers 200 with an empty body',
    ...sendsInstead(200, 'application/json', ''),
  },
  html: {
    does: 'answers 200 with an HTML page',
    ...sendsInstead(200, 'text/html', page('Please wait')),
  },
  'html-403': {
    does: 'answers 403 with an HTML page, as a firewall does',
    ...sendsInstead(403, 'text/html', page('403 Forbidden')),
  },
  'html-502': {
    does: 'answers 502 with an HTML page, as a proxy does',
    ...sendsInstead(502, 'text/html', page('502 Bad Gateway')),
  },
  'error-500': {
    does: 'answers 500 with a line of text',
    ...sendsInstead(500, 'text/plain', 'Internal Server Error'),
  },
  'error-503': {
    does: 'answers 503 with an empty body',
    ...sendsInstead(503, 'text/plain', ''),
  },
  bom: {
    does: 'puts a byte-order mark before the JSON',
    rewrite: ({ status, text }) => ({ status, text: `\uFEFF${text}` }),
  },
  notice: {
    does: 'puts a PHP notice before the JSON',
    rewrite: ({ status, text }) => ({
      status,
      text: `\nNotice: Undefined index: speed in /srv/api.php on line 42\n${text}`,
    }),
  },
  redirect: {
    does: 'answers 302 to another address',
    deliver: response => response.writeHead(302, { Location: '/elsewhere', 'Content-Length': 0 }).end(),
    sends: () => ({ status: 302, body: '' }),
  },
}

function sendHalf(response: ServerResponse, answer: Answer, afterwards: () => void): void {
  writeAnswerHead(response, answer)
  response.write(halfOf(answer.text), afterwards)
}

function half({ status, text }: Answer): Sent {
  return { status, body: halfOf(text) }
}

/** A reset that overtakes the bytes before it looks to the client like a close: they are given time to be read. */
function resetOnceRead(response: ServerResponse): void {
  setTimeout(() => setImmediate(() => response.socket?.resetAndDestroy()), 20)
}

function halfOf(text: string): string {
  return text.slice(0, Math.ceil(text.length / 2))
}

function page(title: string): string {
  return `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`
}
