import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, scriptedServer } from '../../test/scripted-server.ts'
import { UnreadableError } from '../errors/answer-errors.ts'
import { createQqtubeClient } from './create-qqtube-client.ts'

const row = {
  id_service_submission: '123456',
  short_url: 'jofNR_WkoCE',
  start_count: 500000,
  wanted_count: 20000,
  current_count: '500001',
  id_status: '2',
  id_service: 35,
  total_cost: 12.34,
  date_added: '2020-01-31 16:52:01',
}

test.each([
  [undefined, [['limit', '500']]],
  [
    { limit: 2, before: '9' },
    [
      ['limit', '2'],
      ['id_service_submission', '9'],
    ],
  ],
])('submissions of %j asks by POST, its fields in the body', async (query, fields) => {
  await using server = await scriptedServer(answer([]))
  await createQqtubeClient({ apiKey, baseUrl: server.url }).submissions(query)
  expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/v1-api' })
  expect([...new URLSearchParams(server.requests[0]?.body)]).toStrictEqual([
    ['api_key', apiKey],
    ['action', 'submissions'],
    ...fields,
  ])
})

test('submissions reads the example of the document', async () => {
  await using server = await scriptedServer(answer([row]))
  expect(await createQqtubeClient({ apiKey, baseUrl: server.url }).submissions()).toStrictEqual([
    {
      orderId: '123456',
      shortUrl: 'jofNR_WkoCE',
      startCount: 500_000,
      wantedCount: 20_000,
      currentCount: 500_001,
      statusId: 2,
      serviceId: '35',
      totalCost: '12.34',
      addedAt: '2020-01-31T16:52:01.000Z',
    },
  ])
})

describe('submissions refuses', () => {
  test.each([0, 501, -1])('a limit of %i', async limit => {
    const client = createQqtubeClient({ apiKey, baseUrl: 'http://127.0.0.1:4' })
    await expect(client.submissions({ limit })).rejects.toThrow(RangeError)
    expect(() => client.submissionPages({ limit })).toThrow(RangeError)
  })

  test('a limit that is no whole number', async () => {
    const client = createQqtubeClient({ apiKey, baseUrl: 'http://127.0.0.1:4' })
    await expect(client.submissions({ limit: 1.5 })).rejects.toThrow(TypeError)
  })

  test.each([[{ ...row, id_service_submission: null }], ['text'], [null]])(
    'a row that names no order: %j',
    async broken => {
      await using server = await scriptedServer(answer([row, broken]))
      const client = createQqtubeClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
      await expect(client.submissions()).rejects.toBeInstanceOf(UnreadableError)
    },
  )
})
