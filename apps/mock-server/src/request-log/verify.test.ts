import { beforeAll, describe, expect, it } from 'vitest'
import { ask, askPanel, order, panelOrder } from '../../test/ask.ts'
import { control } from '../../test/control.ts'
import { createMockServer, mockQqtubeKey } from '../server.ts'
import type { LogEntry } from './entry.ts'
import type { LogQuery } from './query.ts'
import { type ExpectedCount, VerificationError, verify, verifyOrder } from './verify.ts'

const asItIs = (text: string): string => text

let entries: readonly LogEntry[]
beforeAll(async () => {
  await using server = await createMockServer()
  server.control.faults.add({ fault: 'numbers-as-strings', action: 'add', nth: 2 })
  await ask(server, 'POST', order)
  await askPanel(server, panelOrder)
  await askPanel(server, { ...panelOrder, quantity: '500' })
  await askPanel(server, { ...panelOrder, action: 'ad' })
  await ask(server, 'GET', { action: 'funds' })
  entries = server.control.requestLog.list()
})

function messageOf(query: LogQuery, expected: ExpectedCount, among = entries): string {
  try {
    verify(among, query, expected, asItIs)
    return 'as expected'
  } catch (error) {
    if (error instanceof VerificationError) return error.message
    throw error
  }
}

describe('the order of requests', () => {
  const messageOfOrder = (queries: readonly LogQuery[]): string => {
    try {
      verifyOrder(entries, queries, asItIs)
      return 'as expected'
    } catch (error) {
      if (error instanceof VerificationError) return error.message
      throw error
    }
  }

  it.each<[readonly LogQuery[], string]>([
    [[], 'as expected'],
    [[{ action: 'add' }, { action: 'add' }, { action: 'add' }, { action: 'funds' }], 'as expected'],
    [[{ quantity: 1000 }, { action: 'funds' }], 'as expected'],
    [
      [{ quantity: 500 }, { quantity: 20_000, action: 'add' }],
      'Expected request 2 of 2 with action "add" and quantity "20000" after number 3, and there was none. It came before (number 1).',
    ],
    [
      [{ action: 'funds' }, { action: 'funds' }],
      'Expected request 2 of 2 with action "funds" after number 5, and there was none. It came before (number 5).',
    ],
    [
      [{ action: 'cancel', method: 'GET' }],
      'Expected request 1 of 1 with method "GET" and action "cancel", and there was none. Number 5 has action "funds".',
    ],
  ])('%j is told: %s', (queries, sentence) => {
    expect(messageOfOrder(queries)).toBe(sentence)
  })

  it('has no number of one among them', () => {
    expect(() => messageOfOrder([{ nth: 2 }])).toThrow(/^An order of requests has no nth/)
  })
})

describe('a verification', () => {
  it.each<[LogQuery, ExpectedCount]>([
    [{}, 5],
    [{ action: 'add' }, 3],
    [{ action: 'add' }, { atLeast: 3 }],
    [{ action: 'add' }, { atMost: 3 }],
    [{ action: 'add' }, { atLeast: 3, atMost: 3 }],
    [{ action: 'add' }, {}],
    [{ action: 'add', upstream: 'panel' }, 2],
    [{ action: 'add', fields: { quantity: '1000', service: '1' } }, 1],
    [{ fields: { constructor: 'x' } }, 0],
    [{ fault: 'numbers-as-strings' }, 1],
    [{ hasSuggestions: true }, 1],
    [{ orderId: '123456', account: 'qqtube-1' }, 1],
    [{ action: 'cancel' }, 0],
    [{ action: 'add', nth: 2 }, 1],
    [{ action: 'add', nth: 4 }, 0],
  ])('of %j finds %j', (query, expected) => {
    expect(messageOf(query, expected)).toBe('as expected')
  })

  it.each<[LogQuery, ExpectedCount, string]>([
    [
      { action: 'cancel', method: 'GET' },
      1,
      'Expected 1 request with method "GET" and action "cancel", and there were 0. Number 5 has action "funds".',
    ],
    [
      { action: 'add', nth: 4 },
      1,
      'Expected 1 request with action "add", number 4 of them, and there were 0. Number 4 has action "ad" (action `ad`: did you mean `add`?). Number 5 has action "funds".',
    ],
    [{ action: 'add' }, 2, 'Expected 2 requests with action "add", and there were 3 (number 1, 2, 3).'],
    [
      { action: 'add' },
      { atMost: 1 },
      'Expected at most 1 request with action "add", and there were 3 (number 1, 2, 3).',
    ],
    [
      { action: 'add', upstream: 'panel' },
      3,
      'Expected 3 requests with upstream "panel" and action "add", and there were 2 (number 2, 3). Number 1 has upstream "qqtube". Number 4 has action "ad" (action `ad`: did you mean `add`?).',
    ],
    [
      { action: 'add', fields: { service: '1', quantity: '700' } },
      { atLeast: 1, atMost: 2 },
      'Expected 1 to 2 requests with action "add" and fields.service "1" and fields.quantity "700", and there were 0. Number 2 has fields.quantity "1000". Number 3 has fields.quantity "500".',
    ],
    [
      { action: 'funds', fields: { limit: '5' } },
      { atLeast: 1 },
      'Expected at least 1 request with action "funds" and fields.limit "5", and there were 0. Number 5 has no fields.limit.',
    ],
    [
      { action: 'add', orderId: '123456', fault: 'reset' },
      1,
      'Expected 1 request with action "add" and orderId "123456" and fault "reset", and there were 0. Number 1 has no fault.',
    ],
  ])('of %j does not find %j, and says why', (query, expected, message) => {
    expect(messageOf(query, expected)).toBe(message)
  })

  it('says where nothing has come at all', () => {
    expect(messageOf({}, 1, [])).toBe('Expected 1 request, and there were 0. No request has come at all.')
  })

  it.each([-1, 1.5, Number.NaN])('refuses to count to %s', count => {
    expect(() => verify(entries, {}, count, asItIs)).toThrow(RangeError)
    expect(() => verify(entries, {}, { atMost: count }, asItIs)).toThrow(RangeError)
  })

  it('refuses to look for a key, and does not repeat it', () => {
    for (const name of ['key', 'api_key']) {
      const query = { fields: { [name]: mockQqtubeKey } }
      expect(() => verify(entries, query, 1, asItIs)).toThrow(RangeError)
      expect(() => verify(entries, query, 1, asItIs)).not.toThrow(mockQqtubeKey)
    }
  })

  it('shows no key', async () => {
    await using server = await createMockServer()
    await ask(server, 'GET', { action: mockQqtubeKey })
    expect(() => server.control.requestLog.verify({ action: 'funds' }, 1)).toThrow(
      'Number 1 has action "[redacted]"',
    )
  })
})

describe('a verification over HTTP', () => {
  it.each([
    [{ action: 'funds', times: 1 }, 204],
    [{ action: 'funds' }, 204],
    [{ action: 'funds', atMost: 1 }, 204],
    [{ action: 'add', atMost: 1 }, 204],
    [{ action: 'add', times: 0 }, 204],
    [{ action: 'add' }, 409],
    [{ action: 'funds', times: 2 }, 409],
    [{ action: 'funds', fields: { action: 'funds' }, atLeast: 2 }, 409],
    [{ action: 'funds', times: -1 }, 400],
    [{ acton: 'funds' }, 400],
  ])('%j is answered with %s', async (body, status) => {
    await using server = await createMockServer()
    await ask(server, 'GET', { action: 'funds' })
    const answer = await control(server, 'POST', '/request-log/verify', body)
    expect(answer.status).toBe(status)
    if (status === 409)
      expect(answer.body).toMatchObject({ title: 'Conflict', detail: expect.stringMatching(/^Expected /) })
  })
})
