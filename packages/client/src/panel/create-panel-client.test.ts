import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, scriptedServer } from '../../test/scripted-server.ts'
import { createQqtubeClient } from '../qqtube/create-qqtube-client.ts'
import { createPanelClient } from './create-panel-client.ts'

const service = {
  service: 1,
  name: 'Sample followers',
  type: 'Default',
  category: 'First Category',
  rate: '0.90',
  min: '50',
  max: '10000',
  refill: true,
  cancel: true,
}

describe('balance', () => {
  test.each([
    [
      { balance: '100.84292', currency: 'USD' },
      { amount: '100.84292', currency: 'USD' },
    ],
    [
      { balance: 100.84292, currency: 'EUR' },
      { amount: '100.84292', currency: 'EUR' },
    ],
    [{ balance: '0' }, { amount: '0', currency: undefined }],
    ['\uFEFF{"balance":"1","currency":"USD"}', { amount: '1', currency: 'USD' }],
    [
      '<br />\n<b>Warning</b>: x in <b>/api.php</b> on line <b>3</b><br />\n{"balance":"1"}',
      { amount: '1', currency: undefined },
    ],
  ])('of %j is %j', async (body, balance) => {
    await using server = await scriptedServer(answer(body))
    const client = createPanelClient({ apiKey, baseUrl: server.url })
    expect(await client.balance()).toStrictEqual(balance)
    expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/v1-api' })
    expect([...new URLSearchParams(server.requests[0]?.body)]).toStrictEqual([
      ['key', apiKey],
      ['action', 'balance'],
    ])
  })

  test.each([
    [
      { error: 'Invalid API key' },
      200,
      { kind: 'refused', rejection: { kind: 'invalid_key', limit: undefined } },
    ],
    [{ error: 'Invalid API key' }, 401, { kind: 'refused', httpStatus: 401 }],
    [{ error: 'Whatever' }, 500, { kind: 'refused', messages: [{ id: undefined, text: 'Whatever' }] }],
    ['<html><title>Sorry</title>', 200, { kind: 'unreadable' }],
    ['', 200, { kind: 'unreadable' }],
    ['100', 200, { kind: 'unreadable' }],
    [{ balance: 'much' }, 200, { kind: 'unreadable' }],
    ['', 403, { kind: 'http_status' }],
  ])('of %j with HTTP %i fails', async (body, status, error) => {
    await using server = await scriptedServer(answer(body, status))
    const client = createPanelClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
    await expect(client.balance()).rejects.toMatchObject(error)
  })
})

describe('services', () => {
  test.each([
    ['a list', [service]],
    ['a list in services', { services: [service] }],
    ['a list in data', { data: [service] }],
    ['numbers for texts', [{ ...service, rate: 0.9, min: 50, max: 10000 }]],
    ['texts for numbers', [{ ...service, service: '1', refill: '1' }]],
  ])('come from %s', async (_, body) => {
    await using server = await scriptedServer(answer(body))
    const { services, problems } = await createPanelClient({ apiKey, baseUrl: server.url }).services()
    expect(services).toMatchObject([
      {
        id: '1',
        minimum: '50',
        tiers: [{ price: '0.9', pricingPer: '1000' }],
        flags: { refill: true, cancel: true },
      },
    ])
    expect(problems).toStrictEqual([])
  })

  test('of an unknown type are taken as Default, and reported', async () => {
    await using server = await scriptedServer(answer([{ ...service, type: 'Moonlight' }]))
    const { services, problems } = await createPanelClient({ apiKey, baseUrl: server.url }).services()
    expect(services).toHaveLength(1)
    expect(problems.map(({ code }) => code)).toStrictEqual(['unknown_type'])
  })

  test.each([{ error: 'Invalid API key' }, {}, 5])('of %j fail', async body => {
    await using server = await scriptedServer(answer(JSON.stringify(body)))
    const client = createPanelClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
    await expect(client.services()).rejects.toThrow()
  })
})

describe('the common interface', () => {
  test('says what a panel can do', () => {
    const upstream = createPanelClient({ apiKey, baseUrl: 'https://panel.example/api/v2' })
    expect({ kind: upstream.kind, capabilities: upstream.capabilities }).toStrictEqual({
      kind: 'panel',
      capabilities: { canListOrders: false, canRefill: true, canCancel: true, statusBatchSize: 100 },
    })
  })

  test('of both clients has the same methods', () => {
    const panel = createPanelClient({ apiKey, baseUrl: 'https://panel.example/api/v2' })
    const qqtube = createQqtubeClient({ apiKey })
    const shared = Object.keys(panel).filter(name => Object.hasOwn(qqtube, name))
    expect(shared.toSorted()).toStrictEqual([
      'add',
      'balance',
      'cancel',
      'capabilities',
      'kind',
      'orders',
      'refill',
      'refillStatuses',
      'services',
      'statuses',
    ])
  })

  test('calls it misuse to ask for what an upstream cannot', async () => {
    const panel = createPanelClient({ apiKey, baseUrl: 'https://panel.example/api/v2' })
    expect(() => panel.orders()).toThrow(
      new TypeError('A panel lists no orders: ask capabilities.canListOrders first'),
    )
    const qqtube = createQqtubeClient({ apiKey })
    await expect(qqtube.refill(['1'])).rejects.toThrow(
      new TypeError('QQTube has no refill: ask capabilities.canRefill first'),
    )
    await expect(qqtube.refillStatuses(['1'])).rejects.toThrow(TypeError)
    await expect(qqtube.cancel(['1'])).rejects.toThrow(TypeError)
  })

  test('reaches every action of a panel', async () => {
    const order = { serviceId: '1', target: 'https://example.com/', quantity: '50', drip: false, params: {} }
    await using server = await scriptedServer((response, { body }) => {
      const answers: Readonly<Record<string, unknown>> = {
        services: [service],
        balance: { balance: '5', currency: 'USD' },
        add: { order: 1 },
        status: { status: 'Pending' },
        refill: { refill: 9 },
        refill_status: { status: 'Completed' },
        cancel: [{ order: 1, cancel: 1 }],
      }
      response.end(JSON.stringify(answers[new URLSearchParams(body).get('action') ?? '']))
    })
    const upstream = createPanelClient({ apiKey, baseUrl: server.url })
    expect((await upstream.services()).services).toHaveLength(1)
    expect(await upstream.balance()).toStrictEqual({ amount: '5', currency: 'USD' })
    expect(await upstream.add(order)).toMatchObject({ kind: 'accepted', orderId: '1' })
    expect(await upstream.statuses(['1'])).toMatchObject([{ kind: 'found', state: 'pending' }])
    expect(await upstream.refill(['1'])).toMatchObject([{ kind: 'accepted', refillId: '9' }])
    expect(await upstream.refillStatuses(['9'])).toMatchObject([{ kind: 'found', state: 'completed' }])
    expect(await upstream.cancel(['1'])).toMatchObject([{ kind: 'accepted' }])
  })
})
