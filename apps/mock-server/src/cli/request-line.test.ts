import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../request-log/entry.ts'
import { isColouredFor, requestLine } from './request-line.ts'

const entry: LogEntry = {
  sequence: 1,
  at: '2026-01-01T12:34:56.789Z',
  method: 'POST',
  path: '/v1-api',
  upstream: 'qqtube',
  action: 'add',
  account: 'qqtube-1',
  headers: {},
  fields: {},
  orderId: '123456',
  ownAnswer: undefined,
  faults: [],
  suggestions: [],
  answer: { status: 200, body: '{"status":"success"}' },
}

describe('the line of a request', () => {
  it.each<[Partial<LogEntry>, string]>([
    [{}, '12:34:56 POST /v1-api add qqtube-1 200 order 123456'],
    [{ ownAnswer: '2' }, '12:34:56 POST /v1-api add qqtube-1 200 order 123456 answer 2'],
    [
      { faults: [{ name: 'reset', when: 'after' }] },
      '12:34:56 POST /v1-api add qqtube-1 200 order 123456 reset after',
    ],
    [
      {
        faults: [
          { name: 'latency', when: 'after' },
          { name: 'bom', when: 'after' },
        ],
      },
      '12:34:56 POST /v1-api add qqtube-1 200 order 123456 latency after, bom after',
    ],
    [
      { faults: [{ name: 'reset', when: 'before' }], answer: undefined, orderId: undefined },
      '12:34:56 POST /v1-api add qqtube-1 no answer reset before',
    ],
    [
      { orderId: undefined, answer: { status: 200, body: '{"error":"Not enough funds on balance"}' } },
      '12:34:56 POST /v1-api add qqtube-1 200 Not enough funds on balance',
    ],
    [
      {
        orderId: undefined,
        answer: { status: 200, body: '{"status":"error","messages":[{"id":30,"message":"No service."}]}' },
      },
      '12:34:56 POST /v1-api add qqtube-1 200 No service.',
    ],
    [
      {
        method: 'GET',
        action: undefined,
        account: undefined,
        orderId: undefined,
        path: '/x',
        answer: { status: 404, body: '{}' },
      },
      '12:34:56 GET  /x 404',
    ],
    [
      { orderId: undefined, suggestions: ['`service_id`: did you mean `id_service`?'] },
      '12:34:56 POST /v1-api add qqtube-1 200\n         `service_id`: did you mean `id_service`?',
    ],
  ])('with %j says what became of it', (change, line) => {
    expect(requestLine({ ...entry, ...change }, false)).toBe(line)
  })

  it('has colours that say the same', () => {
    const coloured = requestLine(entry, true)
    expect(coloured).toContain('\u001b[32m200\u001b[39m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the codes of colours
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(requestLine(entry, false))
  })

  it('lets no client write to the terminal', () => {
    const evil = '\u001b]0;pwned\u0007\r\nline'
    const line = requestLine({ ...entry, action: evil, path: evil, suggestions: [evil] }, false)
    expect(line.split('\n')).toHaveLength(2)
    expect(line.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(requestLine({ ...entry, action: 'x'.repeat(100_000) }, false).length).toBeLessThan(300)
  })
})

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [undefined, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('on a terminal (%s) with %j: %s', (isTTY, environment, isColoured) => {
    expect(isColouredFor({ isTTY }, environment)).toBe(isColoured)
  })
})
