import { once } from 'node:events'
import { request as askPlainly } from 'node:http'
import { connect as connectHttp2, constants } from 'node:http2'
import { Agent, request as askSecurely } from 'node:https'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { createMockServer, type FaultName, type MockServer, mockPanelKey } from '@orderwright/mock-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createFront, type Front, type Protocol, protocols } from './create-front.ts'

let mock: MockServer
let front: Front

beforeAll(async () => {
  mock = await createMockServer()
  front = await createFront(Number(new URL(mock.url).port))
})

beforeEach(() => {
  mock.control.faults.clear()
  mock.control.requestLog.clear()
})

afterAll(async () => {
  await front[Symbol.asyncDispose]()
  await mock.close()
})

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const body = `key=${mockPanelKey}&action=balance`

/** The text of the answer, or the code of what went wrong with it. */
async function ask(protocol: Protocol): Promise<string> {
  const url = front.url(protocol)
  try {
    return protocol === 'http2' ? await askOverHttp2(url) : await askOverHttp1(url)
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

async function askOverHttp1(url: string): Promise<string> {
  const options = { method: 'POST', headers: form }
  const outgoing = url.startsWith('https')
    ? askSecurely(`${url}/api/v2`, { ...options, agent: new Agent({ rejectUnauthorized: false }) })
    : askPlainly(`${url}/api/v2`, { ...options, agent: false })
  // Also what fails once the answer has begun, which its text tells.
  outgoing.on('error', () => undefined)
  outgoing.end(body)
  const [response] = await once(outgoing, 'response')
  return await text(response)
}

async function askOverHttp2(url: string): Promise<string> {
  const session = connectHttp2(url, { rejectUnauthorized: false })
  session.on('error', () => undefined)
  try {
    const stream = session.request({ ':method': 'POST', ':path': '/api/v2', ...form })
    stream.end(body)
    return await text(stream)
  } finally {
    session.destroy()
  }
}

describe.each(protocols)('over %s', protocol => {
  test('a request is answered by the upstream, which enters it once', async () => {
    expect(JSON.parse(await ask(protocol))).toHaveProperty('balance')
    expect(mock.control.requestLog.list()).toHaveLength(1)
  })

  test.each<FaultName>(['reset', 'garbage', 'truncated', 'truncated-reset', 'bad-chunk'])(
    'a request that meets %s fails, and has reached the upstream once',
    async fault => {
      mock.control.faults.add({ fault, when: 'after' })
      const answer = await ask(protocol)
      expect(answer).toMatch(/^(ECONNRESET|HPE_\w+|ERR_HTTP2_\w+)$/)
      expect(mock.control.requestLog.list()).toHaveLength(1)
    },
  )
})

test('a body that comes in pieces reaches the upstream, which has readers of its own for it', async () => {
  const outgoing = askPlainly(`${front.url('http1')}/api/v2`, { method: 'POST', headers: form, agent: false })
  outgoing.flushHeaders()
  outgoing.end(body)
  const [response] = await once(outgoing, 'response')
  expect(JSON.parse(await text(response))).toHaveProperty('balance')
})

test('over HTTP/2 the one request breaks, and the connection goes on', async () => {
  front.setBroken('stream')
  mock.control.faults.add({ fault: 'reset', when: 'after' })
  const session = connectHttp2(front.url('http2'), { rejectUnauthorized: false })
  const ask = async () => {
    const stream = session.request({ ':method': 'POST', ':path': '/api/v2', ...form })
    stream.on('error', () => undefined)
    stream.end(body)
    const answer = await text(stream).catch(() => 'broken')
    return stream.rstCode === constants.NGHTTP2_NO_ERROR ? answer : stream.rstCode
  }
  expect(await ask()).toBe(constants.NGHTTP2_INTERNAL_ERROR)
  expect(await ask()).toContain('balance')
  session.destroy()
  front.setBroken('connection')
})

test('what was open goes on while new connections are kept waiting, and those open in the end', async () => {
  const port = Number(new URL(front.url('http1')).port)
  const before = front.taken()
  const open = connect({ port, host: '127.0.0.1' })
  await once(open, 'connect')
  await front.holdUp('http1')
  const late = connect({ port, host: '127.0.0.1' })
  open.write(
    `POST /api/v2 HTTP/1.1\r\nHost: a\r\nContent-Type: ${form['content-type']}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  const [bytes] = await once(open, 'data')
  expect(String(bytes)).toContain('200 OK')
  expect(late.connecting).toBe(true)
  await once(late, 'connect')
  await expect.poll(() => front.taken() - before).toBe(2)
  open.destroy()
  late.destroy()
})
