import { prepareOrder } from '@orderwright/core'
import {
  createMockServer,
  type DelayName,
  type FaultName,
  type FaultPlan,
  type LimitName,
  type MockServer,
  mockPanelKey,
  mockQqtubeKey,
  type RewriteName,
} from '@orderwright/mock-server'
import { describe, expect, test } from 'vitest'
import { createPanelClient, createQqtubeClient, type Outcome, type Upstream } from '../src/index.ts'

type Kind = Upstream['kind']

async function start(): Promise<MockServer> {
  return await createMockServer({ clock: { isHeld: true } })
}

function upstreamOf(server: MockServer, kind: Kind, timeoutMs = 10_000): Upstream {
  const more = { timeoutMs, retry: { limit: 0 } }
  return kind === 'qqtube'
    ? createQqtubeClient({ apiKey: mockQqtubeKey, baseUrl: `${server.url}/v1-api`, ...more })
    : createPanelClient({ apiKey: mockPanelKey, baseUrl: `${server.url}/api/v2`, ...more })
}

async function add(server: MockServer, upstream: Upstream): Promise<Outcome> {
  const service = server.control.catalogue.services(upstream.kind).find(({ id }) => id === '1')
  const target = 'https://www.youtube.com/watch?v=jofNR_WkoCE'
  const prepared = service && prepareOrder(service, { quantity: '2000', drip: false, target })
  if (prepared?.ok !== true) throw new Error('no order for service 1')
  return await upstream.add(prepared.order)
}

/** How an order ends whose answer this breaks, after it is taken. */
const outcomes: Readonly<Record<RewriteName | LimitName, Readonly<Record<Kind, Outcome['kind']>>>> = {
  'numbers-as-strings': { qqtube: 'accepted', panel: 'accepted' },
  'strings-as-numbers': { qqtube: 'accepted', panel: 'accepted' },
  'message-for-messages': { qqtube: 'accepted', panel: 'accepted' },
  'unknown-status': { qqtube: 'accepted', panel: 'accepted' },
  'missing-item': { qqtube: 'accepted', panel: 'accepted' },
  'missing-order-id': { qqtube: 'unknown', panel: 'unknown' },
  'bare-number': { qqtube: 'unknown', panel: 'unknown' },
  // A 4xx is believed, whatever the mock did behind it.
  'error-429': { qqtube: 'rejected', panel: 'rejected' },
  quota: { qqtube: 'rejected', panel: 'rejected' },
}

const rows = Object.entries(outcomes).flatMap(([name, kinds]) =>
  (['qqtube', 'panel'] as const).map(kind => ({ fault: faultNamed(name), kind, outcome: kinds[kind] })),
)

describe.each(rows)('an order of $kind whose answer has the fault $fault', ({ fault, kind, outcome }) => {
  test(`is ${outcome}, and was sent once`, async () => {
    await using server = await start()
    const plan: FaultPlan = { fault, when: 'after', action: 'add' }
    server.control.faults.add(fault === 'quota' ? { ...plan, limit: 0 } : plan)
    expect((await add(server, upstreamOf(server, kind))).kind).toBe(outcome)
    expect(server.control.orders.list()).toHaveLength(1)
    expect(server.control.requestLog.list({ action: 'add' })).toMatchObject([{ faults: [{ name: fault }] }])
  })
})

describe.each(['qqtube', 'panel'] as const)('faults that meet in an order of %s', kind => {
  test('wait first and break then: it is unknown, and was sent once', async () => {
    await using server = await start()
    const { faults, requestLog, clock, orders } = server.control
    faults.add({ fault: 'reset', action: 'add' })
    faults.add({ fault: 'latency', action: 'add', delay: '5s' })
    const outcome = add(server, upstreamOf(server, kind))
    await requestLog.waitFor({ action: 'add' })
    clock.advance('5s')
    expect((await outcome).kind).toBe('unknown')
    expect(orders.list()).toHaveLength(1)
    requestLog.verify({ action: 'add', fault: 'reset' }, 1)
  })

  test('rewrite its answer twice: it is read all the same', async () => {
    await using server = await start()
    server.control.faults.add({ fault: 'numbers-as-strings', action: 'add' })
    server.control.faults.add({ fault: 'message-for-messages', action: 'add' })
    expect((await add(server, upstreamOf(server, kind))).kind).toBe('accepted')
    expect(server.control.requestLog.list()[0]?.faults).toHaveLength(2)
  })
})

describe.each(['qqtube', 'panel'] as const)('what %s says of its orders', kind => {
  test.each(['numbers-as-strings', 'strings-as-numbers'] as const)(
    'is read the same with %s',
    async fault => {
      await using server = await start()
      const upstream = upstreamOf(server, kind)
      await add(server, upstream)
      const plain = [await upstream.statuses(['123456']), await upstream.balance()]
      server.control.faults.add({ fault, times: 2 })
      expect([await upstream.statuses(['123456']), await upstream.balance()]).toStrictEqual(plain)
    },
  )

  test('is not taken for an end where the status is unknown', async () => {
    await using server = await start()
    const upstream = upstreamOf(server, kind)
    await add(server, upstream)
    server.control.faults.add({ fault: 'unknown-status' })
    expect(await upstream.statuses(['123456'])).toMatchObject([
      { kind: 'found', state: 'unknown', isFinal: false },
    ])
  })

  test('is asked for again or said to be missing, where the upstream leaves one out', async () => {
    await using server = await start()
    const upstream = upstreamOf(server, kind)
    for (let count = 0; count < 3; count += 1) await add(server, upstream)
    server.control.faults.add({ fault: 'missing-item', times: 9 })
    const statuses = await upstream.statuses(['123456', '123457', '123458'])
    // QQTube has a second way to ask, for one order alone; a panel has none.
    const last = kind === 'qqtube' ? 'found' : 'missing'
    expect(statuses.map(status => status.kind)).toStrictEqual(['found', 'found', last])
  })
})

describe.each([
  ['latency'],
  ['latency-jitter'],
  ['latency-lognormal'],
  ['slow-body'],
  ['held'],
] as const satisfies readonly (readonly [DelayName])[])('the delay %s', fault => {
  test.each(['qqtube', 'panel'] as const)('of an order of %s is waited for', async kind => {
    await using server = await start()
    const { faults, requestLog, clock } = server.control
    const plan = faults.add({ fault, action: 'add' })
    const outcome = add(server, upstreamOf(server, kind))
    await requestLog.waitFor({ action: 'add' })
    if (fault === 'held') plan.release()
    else clock.advance('1h')
    expect((await outcome).kind).toBe('accepted')
  })

  test.each(['qqtube', 'panel'] as const)('that is too long leaves an order of %s unknown', async kind => {
    await using server = await start()
    server.control.faults.add({ fault, action: 'add' })
    // Time to connect on a busy machine: what was never sent is not unknown.
    expect((await add(server, upstreamOf(server, kind, 400))).kind).toBe('unknown')
    await server.control.requestLog.waitFor({ action: 'add' })
    expect(server.control.orders.list()).toHaveLength(1)
  })
})

test('a read that met a quota is repeated once there is room', async () => {
  await using server = await start()
  server.control.faults.add({ fault: 'quota', limit: 0, window: '1ms', times: 1 })
  const retry = { limit: 1, minDelayMs: 1, maxDelayMs: 1 }
  const baseUrl = `${server.url}/api/v2`
  const client = createPanelClient({ apiKey: mockPanelKey, baseUrl, retry })
  expect(await client.balance()).toMatchObject({ amount: '1000' })
})

function faultNamed(name: string): FaultName {
  const found = Object.keys(outcomes).find((fault): fault is RewriteName | LimitName => fault === name)
  if (found === undefined) throw new Error(`${name} is no fault`)
  return found
}
