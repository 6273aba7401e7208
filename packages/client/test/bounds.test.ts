import { describe, expect, test } from 'vitest'
import { createPanelClient, createQqtubeClient } from '../src/index.ts'
import { answerLimitBytes, catalogueLimitBytes } from '../src/transport/read-body.ts'
import { apiKey, order } from './fixtures.ts'
import { type Step, scriptedServer } from './scripted-server.ts'

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
