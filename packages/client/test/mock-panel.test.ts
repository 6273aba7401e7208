import {
  type Param,
  type PreparedOrder,
  prepareOrder,
  type Quote,
  reconcile,
  type Service,
} from '@orderwright/core'
import { createMockServer, type MockServer, mockPanelKey } from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { createPanelClient, type PanelClient, rejectionOf } from '../src/index.ts'

const link = 'https://example.com/someone'

async function start(hasPanelErrorStatuses = false): Promise<MockServer> {
  return await createMockServer({ clock: { isHeld: true }, hasPanelErrorStatuses })
}

function clientOf(server: MockServer, apiKey = mockPanelKey): PanelClient {
  return createPanelClient({ apiKey, baseUrl: `${server.url}/api/v2`, retry: { limit: 0 } })
}

interface Prepared {
  readonly order: PreparedOrder
  readonly quote: Quote
}

/** An order of the least that the service takes, filled in as a buyer would. */
function fillIn(service: Service, change: Readonly<Record<string, string>> = {}): Prepared {
  const least = Number(service.minimum)
  const params = Object.fromEntries(
    service.params
      .filter(param => param.rules.some(({ name }) => name === 'required'))
      .map(param => [param.name, filledIn(param, least)]),
  )
  const result = prepareOrder(service, {
    params: { ...params, ...change },
    ...(service.takesTarget ? { target: link } : {}),
    ...(service.quantitySource.kind === 'given' ? { quantity: service.minimum } : {}),
  })
  if (!result.ok) throw new Error(`service ${service.id}: ${JSON.stringify(result.issues)}`)
  return result
}

function filledIn(param: Param, least: number): string {
  if (param.format === 'options') return param.options.find(option => !option.isErrorSelection)?.value ?? ''
  if (param.format === 'lines')
    return Array.from({ length: least }, (_, index) => `line ${index + 1}`).join('\n')
  if (param.format === 'number')
    return param.rules.flatMap(rule => (rule.name === 'min' ? [rule.n] : []))[0] ?? '1'
  return 'someone'
}

async function serviceOf(client: PanelClient, id: string): Promise<Service> {
  const service = (await client.services()).services.find(candidate => candidate.id === id)
  if (service === undefined) throw new Error(`there is no service ${id}`)
  return service
}

async function placed(client: PanelClient, serviceId: string): Promise<string> {
  const outcome = await client.add(fillIn(await serviceOf(client, serviceId)).order)
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
  return outcome.orderId
}

function finish(server: MockServer, orderId: string): void {
  server.control.clock.advance(server.control.orders.get(orderId)?.durationMs ?? 0)
}

describe('against the mock panel', () => {
  test('an order of every service is taken, and costs what was quoted', async () => {
    await using server = await start()
    server.control.accounts.setFunds(mockPanelKey, '1000000')
    const client = clientOf(server)
    const { services } = await client.services()
    expect(services.length).toBeGreaterThanOrEqual(40)
    for (const service of services) {
      const { order, quote } = fillIn(service)
      const outcome = await client.add(order)
      expect({ service: service.id, kind: outcome.kind }).toStrictEqual({
        service: service.id,
        kind: 'accepted',
      })
      const { charge } = await client.status(outcome.kind === 'accepted' ? outcome.orderId : '')
      // A subscription is charged with each order that it delivers: its own status tells no charge.
      if (quote.isChargedLater) expect(charge).toBeUndefined()
      else expect(reconcile(quote, charge ?? '').verdict).toBe('equal')
    }
  })

  test('add, balance and status tell one story, drip-feed included', async () => {
    await using server = await start()
    server.control.accounts.setFunds(mockPanelKey, '100.84292')
    const client = clientOf(server)
    const { order, quote } = fillIn(await serviceOf(client, '3'), { runs: '3', interval: '10' })
    expect(quote.total.toFixed()).toBe('0.405')
    expect((await client.add(order)).kind).toBe('accepted')
    expect(await client.balance()).toStrictEqual({ amount: '100.43792', currency: 'USD' })
  })

  test('an order is followed to its end', async () => {
    await using server = await start()
    const client = clientOf(server)
    const orderId = await placed(client, '1')
    expect(await client.status(orderId)).toMatchObject({
      state: 'pending',
      startCount: undefined,
      remains: 50,
    })
    finish(server, orderId)
    expect(await client.status(orderId)).toMatchObject({
      state: 'completed',
      remains: 0,
      isFinal: true,
      progress: 1,
    })
  })

  test.each([
    ['Pending', 'pending'],
    ['Processing', 'in_progress'],
    ['In progress', 'in_progress'],
    ['Completed', 'completed'],
    ['Partial', 'partial'],
    ['Canceled', 'canceled'],
    ['Cancelled', 'canceled'],
    ['Refunded', 'refunded'],
    ['Paused', 'stopped'],
    ['Fail', 'error'],
    ['Awaiting moderation', 'unknown'],
  ])('the status %s is read as %s', async (word, state) => {
    await using server = await start()
    const client = clientOf(server)
    const orderId = await placed(client, '1')
    server.control.orders.setStatus(orderId, word)
    expect(await client.statuses([orderId])).toMatchObject([{ kind: 'found', state, rawStatus: word }])
  })

  test('the statuses of 250 orders take three requests', async () => {
    await using server = await start()
    const client = clientOf(server)
    const { order } = fillIn(await serviceOf(client, '1'))
    const orderIds: string[] = []
    for (let count = 0; count < 250; count += 1) {
      const outcome = await client.add(order)
      if (outcome.kind === 'accepted') orderIds.push(outcome.orderId)
    }
    server.control.requestLog.clear()
    const asked = ['999999', ...orderIds]
    const statuses = await client.statuses(asked)
    expect(statuses.map(status => status.orderId)).toStrictEqual(asked)
    expect(statuses[0]?.kind).not.toBe('found')
    expect(statuses.filter(({ kind }) => kind === 'found')).toHaveLength(250)
    expect(server.control.requestLog.list()).toHaveLength(3)
  })

  test('a refill is asked for, and followed to its end', async () => {
    await using server = await start()
    const client = clientOf(server)
    const orderId = await placed(client, '1')
    const early = await client.refill([orderId])
    expect(early).toMatchObject([{ kind: 'rejected', orderId }])
    finish(server, orderId)
    const [refill] = await client.refill([orderId])
    expect(refill).toMatchObject({ kind: 'accepted', orderId })
    const refillId = refill?.kind === 'accepted' ? refill.refillId : ''
    expect(await client.refillStatus(refillId)).toMatchObject({ state: 'pending', isFinal: false })
    server.control.clock.advance(server.control.refills.list()[0]?.durationMs ?? 0)
    expect(await client.refillStatuses([refillId, '404'])).toMatchObject([
      { kind: 'found', state: 'completed', isFinal: true },
      { kind: 'refused', messages: [{ text: 'Refill not found' }] },
    ])
    server.control.refills.setStatus(refillId, 'Rejected')
    expect(await client.refillStatus(refillId)).toMatchObject({ state: 'rejected', isFinal: true })
  })

  test('many refills at once have an outcome each', async () => {
    await using server = await start()
    const client = clientOf(server)
    const orderIds = [await placed(client, '1'), await placed(client, '4')]
    for (const orderId of orderIds) server.control.orders.setStatus(orderId, 'Completed')
    expect(await client.refill([...orderIds, '404'])).toMatchObject([
      { kind: 'accepted' },
      { kind: 'rejected' },
      { kind: 'rejected', messages: [{ text: 'Incorrect order ID' }] },
    ])
  })

  test('a cancel is asked for first, and shows in the status later', async () => {
    await using server = await start()
    const client = clientOf(server)
    const orderId = await placed(client, '1')
    server.control.orders.setStatus(orderId, 'Pending')
    expect(await client.cancel([orderId, '404'])).toMatchObject([
      { kind: 'accepted', orderId },
      { kind: 'rejected', messages: [{ text: 'Incorrect order ID' }] },
    ])
    expect((await client.status(orderId)).state).toBe('pending')
    server.control.clock.advance(60_000)
    expect(await client.status(orderId)).toMatchObject({ state: 'canceled', charge: '0', isFinal: true })
  })

  test('a cancel that is lost on the way back was asked for once', async () => {
    await using server = await start()
    const client = clientOf(server)
    const orderId = await placed(client, '1')
    server.control.faults.add({ action: 'cancel', fault: 'reset', when: 'after' })
    expect(await client.cancel([orderId])).toMatchObject([{ kind: 'unknown', orderId }])
    expect(server.control.requestLog.list({ action: 'cancel' })).toHaveLength(1)
  })
})

describe.each([
  ['with HTTP 200', false],
  ['with statuses of their own', true],
])('errors %s', (_, hasStatuses) => {
  test.each([
    ['incorrect_service', { serviceId: '999' }, undefined],
    ['quantity_below_min', { quantity: '49' }, '50'],
    ['quantity_above_max', { quantity: '10001' }, '10000'],
    ['bad_link', { target: 'not a link' }, undefined],
  ])('reject an order as %s', async (kind, change, limit) => {
    await using server = await start(hasStatuses)
    const client = clientOf(server)
    const { order } = fillIn(await serviceOf(client, '1'))
    const outcome = await client.add({ ...order, ...change })
    expect(outcome.kind === 'rejected' && rejectionOf(outcome.messages)).toStrictEqual({ kind, limit })
    expect(server.control.orders.list()).toStrictEqual([])
  })

  test('reject an order for too little money', async () => {
    await using server = await start(hasStatuses)
    server.control.accounts.setFunds(mockPanelKey, '0.01')
    const client = clientOf(server)
    const outcome = await client.add(fillIn(await serviceOf(client, '1')).order)
    expect(outcome.kind === 'rejected' && rejectionOf(outcome.messages).kind).toBe('not_enough_funds')
  })

  test('refuse a wrong key for every action, and leave what is written undone', async () => {
    await using server = await start(hasStatuses)
    const { order } = fillIn(await serviceOf(clientOf(server), '1'))
    const stranger = clientOf(server, 'not-the-key')
    const error = { kind: 'refused', rejection: { kind: 'invalid_key' } }
    await expect(stranger.services()).rejects.toMatchObject(error)
    await expect(stranger.balance()).rejects.toMatchObject(error)
    await expect(stranger.status('1')).rejects.toMatchObject(error)
    await expect(stranger.statuses(['1'])).rejects.toMatchObject(error)
    await expect(stranger.statuses(['1', '2'])).rejects.toMatchObject(error)
    await expect(stranger.refillStatuses(['1', '2'])).rejects.toMatchObject(error)
    expect((await stranger.add(order)).kind).toBe('rejected')
    expect(await stranger.refill(['1'])).toMatchObject([{ kind: 'rejected' }])
    expect(await stranger.cancel(['1', '2'])).toMatchObject([{ kind: 'rejected' }, { kind: 'rejected' }])
  })

  test('about one order are data beside the others', async () => {
    await using server = await start(hasStatuses)
    const client = clientOf(server)
    const orderId = await placed(client, '1')
    const refused = { kind: 'refused', messages: [{ text: 'Incorrect order ID' }] }
    expect(await client.statuses(['404'])).toMatchObject([refused])
    expect(await client.statuses(['404', orderId])).toMatchObject([refused, { kind: 'found' }])
    await expect(client.status('404')).rejects.toMatchObject({ rejection: { kind: 'incorrect_order' } })
  })
})
