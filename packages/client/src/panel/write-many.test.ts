import { type BrokenAnswerName, createMockServer, mockPanelKey } from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, type ScriptedServer, scriptedServer } from '../../test/scripted-server.ts'
import { createPanelClient, type PanelClient } from './create-panel-client.ts'

function clientOf(server: ScriptedServer): PanelClient {
  return createPanelClient({ apiKey, baseUrl: server.url, retry: { limit: 5, minDelayMs: 0 } })
}

function fieldsOf({ requests }: ScriptedServer): readonly object[] {
  return requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
}

/** Each breaks the answer, so that nobody can tell what the panel did. */
const faults = [
  'reset',
  'close',
  'no-answer',
  'garbage',
  'bad-chunk',
  'truncated',
  'truncated-reset',
  'stall',
  'cut-json',
  'empty',
  'html',
] as const satisfies readonly BrokenAnswerName[]

const incorrect = [{ id: undefined, text: 'Incorrect order ID' }]

describe('refill', () => {
  test('of one order is asked for by order', async () => {
    await using server = await scriptedServer(answer({ refill: '1' }))
    expect(await clientOf(server).refill(['23501'])).toStrictEqual([
      { kind: 'accepted', orderId: '23501', refillId: '1' },
    ])
    expect(fieldsOf(server)).toStrictEqual([{ key: apiKey, action: 'refill', order: '23501' }])
  })

  test('of many orders gives the outcomes of the example, in the order asked', async () => {
    const rows = [
      { order: 1, refill: 1 },
      { order: 2, refill: 2 },
      { order: 3, refill: { error: 'Incorrect order ID' } },
    ]
    await using server = await scriptedServer(answer(rows))
    expect(await clientOf(server).refill(['3', '2', '4', '1'])).toStrictEqual([
      { kind: 'rejected', orderId: '3', messages: incorrect },
      { kind: 'accepted', orderId: '2', refillId: '2' },
      { kind: 'missing', orderId: '4' },
      { kind: 'accepted', orderId: '1', refillId: '1' },
    ])
    expect(fieldsOf(server)).toStrictEqual([{ key: apiKey, action: 'refill', orders: '3,2,4,1' }])
  })

  test.each([
    ['an error', { error: 'Incorrect order ID' }, 'rejected'],
    ['an error inside', { refill: { error: 'Incorrect order ID' } }, 'rejected'],
    ['a list of one', [{ order: 1, refill: 5 }], 'accepted'],
    ['an object keyed by id', { 1: { refill: 5 } }, 'accepted'],
    ['a number alone by its id', { 1: 5 }, 'accepted'],
    ['no number', { refill: null }, 'unknown'],
    ['0', { refill: 0 }, 'unknown'],
    ['something else', { message: 'Thank you' }, 'unknown'],
    ['nothing', {}, 'unknown'],
  ])('of one order that is answered with %s', async (_, body, kind) => {
    await using server = await scriptedServer(answer(body))
    expect(await clientOf(server).refill(['1'])).toMatchObject([{ kind, orderId: '1' }])
  })
})

describe('cancel', () => {
  test('gives the outcomes of the example', async () => {
    const rows = [
      { order: 9, cancel: { error: 'Incorrect order ID' } },
      { order: 2, cancel: 1 },
    ]
    await using server = await scriptedServer(answer(rows))
    expect(await clientOf(server).cancel(['9', '2'])).toStrictEqual([
      { kind: 'rejected', orderId: '9', messages: incorrect },
      { kind: 'accepted', orderId: '2' },
    ])
    expect(fieldsOf(server)).toStrictEqual([{ key: apiKey, action: 'cancel', orders: '9,2' }])
  })

  test.each([
    [1, 'accepted'],
    ['1', 'accepted'],
    [true, 'accepted'],
    [0, 'unknown'],
    [false, 'unknown'],
    [null, 'unknown'],
  ])('that is answered with %j is %s', async (value, kind) => {
    await using server = await scriptedServer(answer([{ order: '2', cancel: value }]))
    expect(await clientOf(server).cancel(['2'])).toMatchObject([{ kind }])
    expect(fieldsOf(server)).toMatchObject([{ orders: '2' }])
  })
})

describe('a request that changes something', () => {
  test.each(faults)("is sent once and leaves every order unknown on the mock's fault %s", async fault => {
    await using server = await createMockServer()
    server.control.faults.add({ fault, times: 9 })
    const baseUrl = `${server.url}/api/v2`
    const retry = { limit: 5, minDelayMs: 0 }
    const panel = createPanelClient({ apiKey: mockPanelKey, baseUrl, timeoutMs: 300, retry })
    const unknown = ['1', '2'].map(orderId => ({ kind: 'unknown', orderId }))
    expect(await panel.cancel(['1', '2'])).toMatchObject(unknown)
    expect(await panel.refill(['1', '2'])).toMatchObject(unknown)
    expect(server.control.requestLog.list()).toHaveLength(2)
  })

  test('that is refused as a whole is refused for each order, the key removed', async () => {
    await using server = await scriptedServer(answer({ error: `Invalid API key ${apiKey}` }))
    expect(await clientOf(server).cancel(['1', '2'])).toStrictEqual([
      { kind: 'rejected', orderId: '1', messages: [{ id: undefined, text: 'Invalid API key [key]' }] },
      { kind: 'rejected', orderId: '2', messages: [{ id: undefined, text: 'Invalid API key [key]' }] },
    ])
  })

  test('that cannot be sent is not sent for each order', async () => {
    const server = await scriptedServer(answer([]))
    await server[Symbol.asyncDispose]()
    const reason = 'No connection could be made (ECONNREFUSED).'
    expect(await clientOf(server).cancel(['1', '2'])).toStrictEqual([
      { kind: 'not_sent', orderId: '1', code: 'connection_refused', reason },
      { kind: 'not_sent', orderId: '2', code: 'connection_refused', reason },
    ])
  })

  test('for 250 orders goes in three requests, and one that fails costs its own orders alone', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => String(index + 1))
    await using server = await scriptedServer((response, { body }) => {
      const asked = new URLSearchParams(body).get('orders')?.split(',') ?? []
      if (asked.includes('150')) response.socket?.destroy()
      else response.end(JSON.stringify(asked.map(order => ({ order, cancel: 1 }))))
    })
    const outcomes = await clientOf(server).cancel(ids)
    expect(outcomes.map(({ orderId }) => orderId)).toStrictEqual(ids)
    const expected = ids.map(id => (Number(id) > 100 && Number(id) <= 200 ? 'unknown' : 'accepted'))
    expect(outcomes.map(({ kind }) => kind)).toStrictEqual(expected)
    expect(server.requests).toHaveLength(3)
  })
})
