import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, scriptedServer } from '../../test/scripted-server.ts'
import { UnreadableError } from '../errors/answer-errors.ts'
import { createQqtubeClient } from './create-qqtube-client.ts'

const service = {
  id_service: '3',
  public_name: 'Sample views',
  amount_minimum: '100',
  amount_increment: '100',
  type_name: 'views',
  prices: [{ minimum: '100', maximum: '10000', pricing_per: '1000', price: '2.50' }],
  params: [],
}

describe('funds', () => {
  test.each([
    [{ funds: '34.21' }, '34.21'],
    [{ funds: 34.21 }, '34.21'],
    [{ funds: '0' }, '0'],
    [{ funds: '-1.50' }, '-1.5'],
    ['{"funds":34.123456789012345678901}', '34.123456789012345678901'],
    ['\uFEFF\nNotice: Undefined index: x in /a.php on line 3\n{"funds":"1"}', '1'],
  ])('of %j are %s', async (body, funds) => {
    await using server = await scriptedServer(answer(body))
    expect(await createQqtubeClient({ apiKey, baseUrl: server.url }).funds()).toBe(funds)
  })

  test.each([{}, { funds: null }, { funds: 'much' }, ['34.21'], 34.21])(
    'of %j cannot be read',
    async body => {
      await using server = await scriptedServer(answer(JSON.stringify(body)))
      const client = createQqtubeClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
      await expect(client.funds()).rejects.toBeInstanceOf(UnreadableError)
    },
  )

  test('are asked for by GET', async () => {
    await using server = await scriptedServer(answer({ funds: '1' }))
    await createQqtubeClient({ apiKey, baseUrl: server.url }).funds()
    const url = new URL(server.requests[0]?.url ?? '', server.url)
    expect(server.requests[0]?.method).toBe('GET')
    expect([...url.searchParams]).toStrictEqual([
      ['api_key', apiKey],
      ['action', 'funds'],
    ])
  })

  test('become the balance of the common interface, which names no currency', async () => {
    await using server = await scriptedServer(answer({ funds: '34.21' }))
    const upstream = createQqtubeClient({ apiKey, baseUrl: server.url })
    expect(await upstream.balance()).toStrictEqual({ amount: '34.21', currency: undefined })
  })
})

describe('services', () => {
  test.each([
    ['a list', [service]],
    ['a list in services', { services: [service] }],
    ['a list in data', { data: [service] }],
  ])('come from %s', async (_, body) => {
    await using server = await scriptedServer(answer(body))
    const { services, problems } = await createQqtubeClient({ apiKey, baseUrl: server.url }).services()
    expect(services.map(({ id, name, tiers }) => [id, name, tiers[0].price])).toStrictEqual([
      ['3', 'Sample views', '2.5'],
    ])
    expect(problems).toStrictEqual([])
  })

  test('keep the digits of prices that come as numbers', async () => {
    const text = JSON.stringify([service]).replace('"2.50"', '0.123456789012345678901')
    await using server = await scriptedServer(answer(text))
    const { services } = await createQqtubeClient({ apiKey, baseUrl: server.url }).services()
    expect(services[0]?.tiers[0].price).toBe('0.123456789012345678901')
  })

  test('are what could be read, beside the defects of the rest', async () => {
    await using server = await scriptedServer(answer([service, { ...service, id_service: '4', prices: [] }]))
    const { services, problems } = await createQqtubeClient({ apiKey, baseUrl: server.url }).services()
    expect(services.map(({ id }) => id)).toStrictEqual(['3'])
    expect(problems.map(({ serviceId, isFatal }) => [serviceId, isFatal])).toStrictEqual([['4', true]])
  })

  test.each([{}, { services: 'none' }, 5, null])('of %j cannot be read', async body => {
    await using server = await scriptedServer(answer(JSON.stringify(body)))
    const client = createQqtubeClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
    await expect(client.services()).rejects.toBeInstanceOf(UnreadableError)
  })

  test('can be ten thousand', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...service, id_service: index + 1 }))
    await using server = await scriptedServer(answer(rows))
    const { services } = await createQqtubeClient({ apiKey, baseUrl: server.url }).services()
    expect(services).toHaveLength(10_000)
  })
})

test('the common interface says what QQTube can do', () => {
  const upstream = createQqtubeClient({ apiKey })
  expect({ kind: upstream.kind, capabilities: upstream.capabilities }).toStrictEqual({
    kind: 'qqtube',
    capabilities: { canListOrders: true, canRefill: false, canCancel: false, statusBatchSize: 500 },
  })
})
