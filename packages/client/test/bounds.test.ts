import { describe, expect, test } from 'vitest'
import { createPanelClient, createQqtubeClient } from '../src/index.ts'
import { answerLimitBytes, catalogueLimitBytes } from '../src/transport/read-body.ts'
import { apiKey, order } from './fixtures.ts'
import { answer, type Step, scriptedServer } from './scripted-server.ts'

/** Sends white space for as long as somebody reads, and tells how much has left. */
function endless(sent: { bytes: number }): Step {
  const chunk = Buffer.alloc(64 * 1024, ' ')
  return response => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const send = (): void => {
      while (!response.destroyed) {
        sent.bytes += chunk.byteLength
        if (!response.write(chunk)) break
      }
    }
    response.on('drain', send)
    send()
  }
}

/** What sockets and streams hold on the way. */
const underWay = 16 * 1024 * 1024

describe('an answer without an end', () => {
  test('is read to its bound, and leaves an order unknown', async () => {
    const sent = { bytes: 0 }
    await using server = await scriptedServer(endless(sent))
    expect(await createPanelClient({ apiKey, baseUrl: server.url }).add(order)).toMatchObject({
      kind: 'unknown',
      httpStatus: 200,
      reason: "The upstream's answer is longer than 4 MiB.",
    })
    expect(sent.bytes).toBeLessThan(answerLimitBytes + underWay)
  })

  test.each([
    [
      'a balance',
      answerLimitBytes,
      (baseUrl: string) => createQqtubeClient({ apiKey, baseUrl, retry: { limit: 0 } }).funds(),
    ],
    [
      'a catalogue',
      catalogueLimitBytes,
      (baseUrl: string) => createQqtubeClient({ apiKey, baseUrl, retry: { limit: 0 } }).services(),
    ],
  ])('fails the read of %s at its bound', async (_, bound, read) => {
    const sent = { bytes: 0 }
    await using server = await scriptedServer(endless(sent))
    await expect(read(server.url)).rejects.toMatchObject({ kind: 'unreadable', httpStatus: 200 })
    expect(sent.bytes).toBeLessThan(bound + underWay)
  })
})

test('a charset in the header is the one that the words are read in', async () => {
  const words = Buffer.from('7b226572726f72223a22cde5f2227d', 'hex')
  await using server = await scriptedServer(response => {
    response.writeHead(200, { 'content-type': 'application/json; charset=windows-1251' }).end(words)
  })
  expect(await createPanelClient({ apiKey, baseUrl: server.url }).add(order)).toMatchObject({
    kind: 'rejected',
    messages: [{ text: 'Нет' }],
  })
})

test('a port that fetch refuses is misuse when the client is made', () => {
  const create = (): unknown => createPanelClient({ apiKey, baseUrl: 'http://127.0.0.1:6667/api/v2' })
  expect(create).toThrow(new TypeError('baseUrl must have a port that fetch allows, was given 6667'))
})

const row = { status: 'Completed', charge: '1' }

describe('an answer that is made to take long', () => {
  test.each([
    ['a number of a million digits', () => `{"order":${'1'.repeat(1e6)}}`],
    ['a text of a million characters', () => `{"order":"${'a1'.repeat(5e5)}"}`],
    ['an error of a million words', () => `{"order":null,"errors":{"a":["${'no '.repeat(1e6)}"]}}`],
    ['a million errors', () => `{"errors":[${'"no",'.repeat(5e5)}"no"]}`],
    ['lists in lists', () => `{"order":${'['.repeat(1e6)}${']'.repeat(1e6)}}`],
    ['objects in errors', () => `{"error":${'{"error":'.repeat(60)}"no"${'}'.repeat(60)}}`],
    ['escapes of the key', () => JSON.stringify({ error: encodeURIComponent(apiKey).repeat(20_000) })],
    ['a page of braces', () => `<p>${'>{'.repeat(1e6)}`],
  ])('by %s ends an order soon, and not as taken', async (_, bodyOf) => {
    await using server = await scriptedServer(answer(bodyOf()))
    const before = process.threadCpuUsage()
    const outcome = await createPanelClient({ apiKey, baseUrl: server.url }).add(order)
    const { user } = process.threadCpuUsage(before)
    expect(outcome.kind).not.toBe('accepted')
    expect(JSON.stringify(outcome).length).toBeLessThan(50_000)
    expect(user).toBeLessThan(5_000_000)
  })

  test('by a million messages is kept at a length that can be stored', async () => {
    const messages = Array.from({ length: 3e5 }, () => 'no')
    await using server = await scriptedServer(answer({ status: 'error', messages, message: 'x'.repeat(1e6) }))
    const outcome = await createQqtubeClient({ apiKey, baseUrl: server.url }).add(order)
    expect(outcome.kind).toBe('rejected')
    expect(JSON.stringify(outcome).length).toBeLessThan(50_000)
  })

  test('by statuses of orders that nobody asked about is read for those that were', async () => {
    const others = Array.from({ length: 30_000 }, (_, index) => [`x${index}`, row])
    await using server = await scriptedServer(answer(Object.fromEntries([...others, ['7', row]])))
    expect(await createPanelClient({ apiKey, baseUrl: server.url }).statuses(['7', '8'])).toMatchObject([
      { kind: 'found' },
      { kind: 'missing' },
    ])
  })
})

/** What every object has by birth. */
const born = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf']

describe.each(born.map(name => [name] as const))('a field, an id or a word that is called %s', name => {
  test('is one like others', async () => {
    const bodies = [
      `{"${name}":{"order":5,"error":"no"}}`,
      `{"order":"${name}"}`,
      `{"error":{"${name}":"no"}}`,
      `{"status":"${name}","charge":"1"}`,
      `[{"order":"${name}","status":"${name}"}]`,
    ]
    for (const body of bodies) {
      await using server = await scriptedServer(answer(body))
      const panel = createPanelClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
      expect((await panel.add(order)).kind).not.toBe('accepted')
      const [status] = await panel.statuses([name]).catch(() => [])
      expect(['unknown', undefined]).toContain(status?.kind === 'found' ? status.state : undefined)
    }
  })
})
