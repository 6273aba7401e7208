import { type PreparedOrder, prepareOrder, quote, reconcile } from '@orderwright/core'
import {
  type BrokenAnswerName,
  createMockServer,
  type MockServer,
  mockQqtubeKey,
} from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { createQqtubeClient, type Outcome, type QqtubeClient, type UpstreamErrorKind } from '../src/index.ts'

const target = 'https://www.youtube.com/watch?v=jofNR_WkoCE'

async function start(): Promise<MockServer> {
  return await createMockServer({ clock: { isHeld: true, startsAt: '2026-01-31T16:52:01Z' } })
}

function clientOf(server: MockServer, timeoutMs = 10_000): QqtubeClient {
  const baseUrl = `${server.url}/v1-api`
  return createQqtubeClient({ apiKey: mockQqtubeKey, baseUrl, timeoutMs, retry: { limit: 0 } })
}

/** An order for a service of the mock's catalogue, as a screen would make it. */
async function prepare(client: QqtubeClient, serviceId: string, drip = false): Promise<PreparedOrder> {
  const { services } = await client.services()
  const service = services.find(({ id }) => id === serviceId)
  const result = service && prepareOrder(service, { quantity: '2000', drip, target })
  if (result?.ok !== true) throw new Error(`no order for service ${serviceId}`)
  return result.order
}

async function accepted(client: QqtubeClient, order: PreparedOrder): Promise<string> {
  const outcome = await client.add(order)
  if (outcome.kind !== 'accepted') throw new Error(`the order is ${outcome.kind}`)
  return outcome.orderId
}

describe('against the mock server', () => {
  test('services are read whole, and what is quoted is what is charged', async () => {
    await using server = await start()
    const client = clientOf(server)
    const { services } = await client.services()
    expect(services.length).toBeGreaterThanOrEqual(40)
    const service = services.find(({ id }) => id === '3')
    const quoted = service && quote(service, { quantity: '2000', drip: true, params: {} })
    const orderId = await accepted(client, await prepare(client, '3', true))
    const { totalCost } = await client.stats(orderId)
    expect(quoted?.ok === true && reconcile(quoted.quote, totalCost ?? '').verdict).toBe('equal')
  })

  test('add, funds and stats tell one story', async () => {
    await using server = await start()
    const client = clientOf(server)
    server.control.accounts.setFunds(mockQqtubeKey, '34.21')
    const outcome = await client.add(await prepare(client, '1'))
    expect(outcome).toMatchObject({ kind: 'accepted', wantedCount: 2000, messages: [{ id: '100' }] })
    expect(await client.funds()).toBe('29.21')
    const orderId = outcome.kind === 'accepted' ? outcome.orderId : ''
    expect(await client.stats(orderId)).toMatchObject({
      orderId,
      longUrl: target,
      wantedCount: 2000,
      totalCost: '5',
      sentCount: undefined,
      status: { id: 2, name: 'In Progress' },
    })
  })

  test('an order is followed to its end by its status', async () => {
    await using server = await start()
    const client = clientOf(server)
    const orderId = await accepted(client, await prepare(client, '1'))
    const { durationMs } = server.control.orders.get(orderId) ?? { durationMs: 0 }
    server.control.clock.advance(durationMs / 4)
    expect(await client.statuses([orderId])).toMatchObject([{ state: 'in_progress', progress: 0.25 }])
    server.control.clock.advance(durationMs)
    expect(await client.statuses([orderId])).toMatchObject([
      { state: 'completed', progress: 1, isFinal: true },
    ])
  })

  test('views are followed by what was sent', async () => {
    await using server = await start()
    const client = clientOf(server)
    const orderId = await accepted(client, await prepare(client, '54'))
    const { durationMs } = server.control.orders.get(orderId) ?? { durationMs: 0 }
    server.control.clock.advance(durationMs / 2)
    expect((await client.stats(orderId)).sentCount).toBe(1000)
    expect(await client.statuses([orderId])).toMatchObject([{ state: 'in_progress', progress: 0.5 }])
  })

  test('a refund is read with its time', async () => {
    await using server = await start()
    const client = clientOf(server)
    const orderId = await accepted(client, await prepare(client, '1'))
    server.control.orders.refund(orderId, '1.25')
    expect(await client.stats(orderId)).toMatchObject({
      refundTotal: '1.25',
      refundTime: '2026-01-31T16:52:01.000Z',
    })
    expect(await client.statuses([orderId])).toMatchObject([{ state: 'refunded', refund: '1.25' }])
  })

  test.each(Array.from({ length: 25 }, (_, index) => index + 1))(
    'id_status %i reads the same from stats and from the list',
    async idStatus => {
      await using server = await start()
      const client = clientOf(server)
      const orderId = await accepted(client, await prepare(client, '1'))
      server.control.orders.setStatus(orderId, idStatus)
      const [status] = await client.statuses([orderId])
      const listed = []
      for await (const order of client.orders()) listed.push(order)
      expect(listed).toMatchObject([{ orderId, serviceId: '1', createdAt: '2026-01-31T16:52:01.000Z' }])
      expect(status?.kind === 'found' && status.state).toBe(listed[0]?.state)
      expect((await client.stats(orderId)).status.id).toBe(idStatus)
    },
  )

  test('250 orders are listed in pages, newest first, and their statuses come in one request', async () => {
    await using server = await start()
    const client = clientOf(server)
    server.control.accounts.setFunds(mockQqtubeKey, '5000')
    const order = await prepare(client, '1')
    const orderIds: string[] = []
    for (let count = 0; count < 250; count += 1) orderIds.push(await accepted(client, order))
    const pages = []
    for await (const page of client.submissionPages({ limit: 100 }))
      pages.push(page.map(({ orderId }) => orderId))
    expect(pages.map(page => page.length)).toStrictEqual([100, 100, 50])
    expect(pages.flat()).toStrictEqual(orderIds.toReversed())
    server.control.requestLog.clear()
    const statuses = await client.statuses(orderIds)
    expect(statuses.map(({ orderId }) => orderId)).toStrictEqual(orderIds)
    expect(server.control.requestLog.list()).toHaveLength(1)
  })

  test('every refusal comes in its own words', async () => {
    await using server = await start()
    const client = clientOf(server)
    const order = await prepare(client, '1')
    expect(await client.add({ ...order, serviceId: '999' })).toStrictEqual({
      kind: 'rejected',
      httpStatus: 200,
      messages: [{ id: '32', text: 'Service does not exist.' }],
    })
    const stranger = createQqtubeClient({ apiKey: 'not-the-key', baseUrl: `${server.url}/v1-api` })
    expect(await stranger.add(order)).toMatchObject({
      kind: 'rejected',
      messages: [{ text: 'Invalid API key' }],
    })
    await expect(stranger.funds()).rejects.toMatchObject({
      kind: 'refused',
      messages: [{ text: 'Invalid API key' }],
    })
    expect(await client.statuses(['404'])).toMatchObject([{ kind: 'refused', orderId: '404' }])
  })
})

interface Classified {
  readonly before: Outcome['kind']
  readonly after: Outcome['kind']
  readonly read: UpstreamErrorKind | undefined
}

/** What each fault of the mock makes of an order, when it is injected before and after the order is taken, and of a read. */
const faults: Readonly<Record<BrokenAnswerName, Classified>> = {
  reset: { before: 'unknown', after: 'unknown', read: 'network' },
  close: { before: 'unknown', after: 'unknown', read: 'network' },
  'no-answer': { before: 'unknown', after: 'unknown', read: 'timeout' },
  garbage: { before: 'unknown', after: 'unknown', read: 'network' },
  'bad-chunk': { before: 'unknown', after: 'unknown', read: 'network' },
  truncated: { before: 'unknown', after: 'unknown', read: 'network' },
  'truncated-reset': { before: 'unknown', after: 'unknown', read: 'network' },
  stall: { before: 'unknown', after: 'unknown', read: 'timeout' },
  'cut-json': { before: 'unknown', after: 'unknown', read: 'unreadable' },
  empty: { before: 'unknown', after: 'unknown', read: 'unreadable' },
  html: { before: 'unknown', after: 'unknown', read: 'unreadable' },
  'html-403': { before: 'rejected', after: 'rejected', read: 'http_status' },
  'html-502': { before: 'unknown', after: 'unknown', read: 'http_status' },
  'error-500': { before: 'unknown', after: 'unknown', read: 'http_status' },
  'error-503': { before: 'unknown', after: 'unknown', read: 'http_status' },
  redirect: { before: 'unknown', after: 'unknown', read: 'redirected' },
  // These two leave the answer whole: before the order is taken it is a 503 in the API's own form.
  bom: { before: 'unknown', after: 'accepted', read: undefined },
  notice: { before: 'unknown', after: 'accepted', read: undefined },
}

describe.each(Object.entries(faults))("the mock's fault %s", (name, expected) => {
  const fault = nameOf(name)

  test.each(['before', 'after'] as const)('%s the order is taken', async when => {
    await using server = await start()
    const order = await prepare(clientOf(server), '1')
    server.control.faults.add({ fault, when, action: 'add' })
    const outcome = await clientOf(server, timeoutFor(expected)).add(order)
    expect(outcome.kind).toBe(expected[when])
    expect(server.control.orders.list()).toHaveLength(when === 'after' ? 1 : 0)
    expect(server.control.requestLog.list({ action: 'add' })).toHaveLength(1)
  })

  test('on a read', async () => {
    await using server = await start()
    server.control.faults.add({ fault })
    const kind = await clientOf(server, timeoutFor(expected))
      .funds()
      .then(
        () => undefined,
        (error: { kind: UpstreamErrorKind }) => error.kind,
      )
    expect(kind).toBe(expected.read)
  })
})

function nameOf(name: string): BrokenAnswerName {
  const found = Object.keys(faults).find((fault): fault is BrokenAnswerName => fault === name)
  if (found === undefined) throw new Error(`${name} is no fault`)
  return found
}

function timeoutFor({ read }: Classified): number {
  return read === 'timeout' ? 150 : 10_000
}
