import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, scriptedServer } from '../../test/scripted-server.ts'
import { RefusedError, UnreadableError } from '../errors/answer-errors.ts'
import { createQqtubeClient } from './create-qqtube-client.ts'
import type { SubmissionStats } from './stats.ts'

const row = {
  id_service_submission: '123456',
  short_url: 'jofNR_WkoCE',
  long_url: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
  start_count: '500000',
  wanted_count: 20000,
  current_count: '504000',
  sent_count: 4000,
  total_cost: 12.34,
  status: {
    id_status: '2',
    name: 'In Progress',
    type: 'info',
    description: 'Submission is currently receiving what was ordered.',
  },
}

const read: SubmissionStats = {
  orderId: '123456',
  shortUrl: 'jofNR_WkoCE',
  longUrl: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
  startCount: 500_000,
  wantedCount: 20_000,
  currentCount: 504_000,
  sentCount: 4000,
  totalCost: '12.34',
  status: {
    id: 2,
    name: 'In Progress',
    type: 'info',
    description: 'Submission is currently receiving what was ordered.',
  },
  refundTotal: undefined,
  refundTime: undefined,
}

async function statsOf(body: unknown): Promise<SubmissionStats> {
  await using server = await scriptedServer(answer(body))
  const client = createQqtubeClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
  return await client.stats('123456')
}

test('stats asks by GET, the order in the query', async () => {
  await using server = await scriptedServer(answer(row))
  await createQqtubeClient({ apiKey, baseUrl: server.url }).stats('123456')
  const url = new URL(server.requests[0]?.url ?? '', server.url)
  expect(server.requests[0]?.method).toBe('GET')
  expect([...url.searchParams]).toStrictEqual([
    ['api_key', apiKey],
    ['action', 'stats'],
    ['id_service_submission', '123456'],
  ])
})

describe('stats reads', () => {
  test.each<[string, object, Partial<SubmissionStats>]>([
    ['the example of the document', {}, {}],
    ['no sent_count', { sent_count: null }, { sentCount: undefined }],
    [
      'a refund, its time taken as UTC',
      { refund_total: '12.340', refund_time: '2021-12-30 23:59:59' },
      { refundTotal: '12.34', refundTime: '2021-12-30T23:59:59.000Z' },
    ],
    ['an order without its id', { id_service_submission: undefined }, {}],
    [
      'counts that are none as not known',
      { start_count: '', current_count: 'n/a' },
      { startCount: undefined, currentCount: undefined },
    ],
    [
      'a status that the document does not list',
      { status: { id_status: 99, name: 'Waiting' } },
      { status: { id: 99, name: 'Waiting', type: undefined, description: undefined } },
    ],
  ])('%s', async (_, change, expected) => {
    expect(await statsOf({ ...row, ...change })).toStrictEqual({ ...read, ...expected })
  })
})

describe('stats refuses', () => {
  test.each([
    ['an answer about another order', { id_service_submission: '9' }],
    ['an answer without a status', { status: undefined }],
    ['a status without an id', { status: { name: 'In Progress' } }],
  ])('%s', async (_, change) => {
    await expect(statsOf({ ...row, ...change })).rejects.toBeInstanceOf(UnreadableError)
  })

  test.each([[[row]], [5], ['text'], [null]])('%j', async body => {
    await expect(statsOf(JSON.stringify(body))).rejects.toBeInstanceOf(UnreadableError)
  })

  test("with the upstream's own words", async () => {
    const body = { status: 'error', messages: [{ id: 1, message: 'Submission does not exist.' }] }
    await expect(statsOf(body)).rejects.toThrow(
      new RefusedError([{ id: '1', text: 'Submission does not exist.' }], { httpStatus: 200 }),
    )
  })

  test('a blank id, before anything is sent', async () => {
    const client = createQqtubeClient({ apiKey, baseUrl: 'http://127.0.0.1:4' })
    await expect(client.stats(' ')).rejects.toThrow(new TypeError('orderId must not be blank'))
  })
})
