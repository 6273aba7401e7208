import { describe, expect, it } from 'vitest'
import { ask, order } from '../../test/ask.ts'
import { rawExchange } from '../../test/raw-exchange.ts'
import { createMockServer, type MockServer, mockQqtubeKey } from '../server.ts'
import { type BrokenAnswerName, brokenAnswers } from './broken-answers.ts'

interface Answer {
  readonly status: number
  readonly body: string
}

/** What is sent in place of an answer where a fault comes before. */
const notCarriedOut: Answer = {
  status: 503,
  body: '{"status":"error","messages":[{"id":1009,"message":"The request was not carried out."}]}',
}

/** What a client meets: the status and the body, or the code of what failed. */
interface Encounter {
  readonly status?: number
  readonly body?: string
  readonly failure?: unknown
}

/** As Node's fetch shows each fault; what never ends is met by closing the server. */
const encounters: Readonly<Record<BrokenAnswerName, (answer: Answer) => Encounter>> = {
  reset: () => ({ failure: 'ECONNRESET' }),
  close: () => ({ failure: 'UND_ERR_SOCKET' }),
  'no-answer': () => ({ failure: 'UND_ERR_SOCKET' }),
  garbage: () => ({ failure: 'HTTPParserError' }),
  'bad-chunk': () => ({ status: 200, failure: 'HTTPParserError' }),
  truncated: ({ status }) => ({ status, failure: 'UND_ERR_SOCKET' }),
  'truncated-reset': ({ status }) => ({ status, failure: 'ECONNRESET' }),
  stall: ({ status }) => ({ status, failure: 'UND_ERR_SOCKET' }),
  'cut-json': ({ status, body }) => ({ status, body: body.slice(0, Math.ceil(body.length / 2)) }),
  empty: () => ({ status: 200, body: '' }),
  html: () => ({ status: 200, body: page('Please wait') }),
  'html-403': () => ({ status: 403, body: page('403 Forbidden') }),
  'html-502': () => ({ status: 502, body: page('502 Bad Gateway') }),
  'error-500': () => ({ status: 500, body: 'Internal Server Error' }),
  'error-503': () => ({ status: 503, body: '' }),
  // Response.text() takes a byte-order mark off, so the bytes are looked at.
  bom: ({ status, body }) => ({ status, body: `\uFEFF${body}` }),
  notice: ({ status, body }) => ({
    status,
    body: `\nNotice: Undefined index: speed in /srv/api.php on line 42\n${body}`,
  }),
  redirect: () => ({ status: 302, body: '' }),
}

function page(title: string): string {
  return `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`
}

const names = Object.keys(encounters) satisfies string[]

describe('each fault', () => {
  it('has a row in the table below', () => {
    expect(names).toEqual(Object.keys(brokenAnswers))
  })

  const rows = Object.entries(encounters).flatMap(([name, expected]) => [
    { name, when: 'after' as const, expected },
    { name, when: 'before' as const, expected },
  ])
  it.each(rows)('$name, $when the order is taken, is met as what it is', async ({ name, when, expected }) => {
    await using server = await createMockServer()
    const fault = names.find((known): known is BrokenAnswerName => known === name)
    if (fault === undefined) throw new TypeError(`No fault is called ${name}`)
    server.control.faults.add({ fault, when })

    const met = await encounter(server)
    const [entry] = server.control.requestLog.list()
    expect(met).toEqual(expected(when === 'after' ? await answerWithoutFault() : notCarriedOut))
    if (met.body !== undefined) expect(entry?.answer).toEqual({ status: met.status, body: met.body })
    expect(entry?.faults).toEqual([{ name, when }])
    expect(server.control.orders.list().map(({ id }) => id)).toEqual(when === 'after' ? ['123456'] : [])
    expect(entry?.orderId).toBe(when === 'after' ? '123456' : undefined)
  })

  it.each(['garbage', 'bad-chunk', 'truncated', 'truncated-reset'] as const)(
    'stands in the request log by the bytes that went out: %s',
    async fault => {
      await using server = await createMockServer()
      server.control.faults.add({ fault })
      const body = String(new URLSearchParams({ api_key: mockQqtubeKey, ...order }))
      const head = [
        'POST /v1-api HTTP/1.1',
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${body.length}`,
      ]
      const bytes = String(await rawExchange(server.url, `${head.join('\r\n')}\r\n\r\n${body}`, true))
      const { answer } = server.control.requestLog.list()[0] ?? {}
      const status = /^HTTP\/1\.1 (\d{3})/.exec(bytes)?.[1]
      const sent = status === undefined ? bytes : bytes.slice(bytes.indexOf('\r\n\r\n') + 4)
      expect(answer).toEqual({ status: status && Number(status), body: sent })
      expect(sent).not.toBe('')
    },
  )

  it.each(['reset', 'close', 'no-answer'] as const)(
    'stands in the request log without an answer where nothing goes out: %s',
    async fault => {
      await using server = await createMockServer()
      server.control.faults.add({ fault })
      await encounter(server)
      expect(server.control.requestLog.list()).toMatchObject([{ orderId: '123456', answer: undefined }])
    },
  )
})

async function answerWithoutFault(): Promise<Answer> {
  await using server = await createMockServer()
  const { status, text } = await ask(server, 'POST', order)
  return { status, body: text }
}

async function encounter(server: MockServer): Promise<Encounter> {
  const body = new URLSearchParams({ api_key: mockQqtubeKey, ...order })
  const sent = fetch(`${server.url}/v1-api`, { method: 'POST', body, redirect: 'manual' })
  const entry = await server.control.requestLog.waitFor({ action: 'add' })
  if (entry.faults[0]?.name === 'no-answer') await server.close()
  let response: Response
  try {
    response = await sent
  } catch (error) {
    return { failure: codeOf(error) }
  }
  const { status } = response
  if (entry.faults[0]?.name === 'stall') await server.close()
  try {
    const bytes = await response.arrayBuffer()
    return { status, body: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  } catch (error) {
    return { status, failure: codeOf(error) }
  }
}

function codeOf(error: unknown): unknown {
  const cause = Object(Object(error).cause)
  return cause.code ?? cause.name
}
