import { describe, expect, test } from 'vitest'
import { apiKey, order } from '../../test/fixtures.ts'
import { answer, scriptedServer } from '../../test/scripted-server.ts'
import { createQqtubeClient } from './create-qqtube-client.ts'

const taken = answer({ status: 'success', id_service_submission: 7 })

describe('add sends', () => {
  test("the document's fields, form-urlencoded, in a POST without a query", async () => {
    await using server = await scriptedServer(taken)
    const client = createQqtubeClient({ apiKey, baseUrl: server.url })
    await client.add({ ...order, params: { minutes: '30', 'geo-countries': 'US', comments: 'a&b\nc=ü' } })
    const [request] = server.requests
    expect(request).toMatchObject({
      method: 'POST',
      url: '/v1-api',
      headers: {
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        accept: 'application/json',
      },
    })
    expect([...new URLSearchParams(request?.body)]).toStrictEqual([
      ['api_key', apiKey],
      ['action', 'add'],
      ['url', order.target],
      ['quantity', '1000'],
      ['id_service', '3'],
      ['minutes', '30'],
      ['geo-countries', 'US'],
      ['comments', 'a&b\nc=ü'],
    ])
  })

  test.each([
    ['drip=1 where the order drips', true, {}, '1'],
    ['no drip where it does not', false, {}, null],
    ["the catalogue's own param of that name instead", true, { drip: 'slow' }, 'slow'],
  ])('%s', async (_, drip, params, sent) => {
    await using server = await scriptedServer(taken)
    const client = createQqtubeClient({ apiKey, baseUrl: server.url })
    await client.add({ ...order, drip, params })
    const fields = new URLSearchParams(server.requests[0]?.body)
    expect(fields.get('drip')).toBe(sent)
    expect(fields.getAll('drip')).toHaveLength(sent === null ? 0 : 1)
  })
})

describe('add sends nothing', () => {
  test.each(['api_key', 'action', 'url', 'quantity', 'id_service', 'Quantity[]'])(
    'where a param is called %s',
    async name => {
      await using server = await scriptedServer(taken)
      const client = createQqtubeClient({ apiKey, baseUrl: server.url })
      expect(await client.add({ ...order, params: { [name]: '1' } })).toStrictEqual({
        kind: 'not_sent',
        code: 'reserved_field',
        reason: `The service asks for a field "${name}", which would change the order itself.`,
      })
      expect(server.requests).toStrictEqual([])
    },
  )

  test.each([
    [{ target: undefined }, 'order.target must be a string, was given undefined'],
    [{ target: ' ' }, 'order.target must not be blank'],
    [{ quantity: undefined }, 'order.quantity must be a string, was given undefined'],
    [{ serviceId: '' }, 'order.serviceId must not be blank'],
  ])('where the order is %j: that is misuse', async (change, message) => {
    await using server = await scriptedServer(taken)
    const client = createQqtubeClient({ apiKey, baseUrl: server.url })
    await expect(client.add({ ...order, ...change })).rejects.toThrow(new TypeError(message))
    expect(server.requests).toStrictEqual([])
  })
})

test('add is not repeated, whatever retries are asked for', async () => {
  await using server = await scriptedServer(answer('', 503, { 'retry-after': '0' }), taken)
  const client = createQqtubeClient({ apiKey, baseUrl: server.url, retry: { limit: 10, minDelayMs: 0 } })
  expect(await client.add(order)).toStrictEqual({
    kind: 'unknown',
    code: 'http_5xx',
    reason: 'The upstream answered HTTP 503.',
    httpStatus: 503,
  })
  expect(server.requests).toHaveLength(1)
})

test('add on a kept connection that is reset is not repeated by the platform either', async () => {
  await using server = await scriptedServer(taken, response => response.socket?.resetAndDestroy(), taken)
  const client = createQqtubeClient({ apiKey, baseUrl: server.url })
  expect((await client.add(order)).kind).toBe('accepted')
  expect((await client.add(order)).kind).toBe('unknown')
  expect(server.requests).toHaveLength(2)
})
