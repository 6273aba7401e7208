import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askPanel, panelOrder } from '../../../test/ask.ts'
import { createMockServer, type MockServer, mockPanelKey } from '../../server.ts'

type Fields = Readonly<Record<string, string>>

/** A held server that has taken one order, as 123456. */
async function withOrder(fields: Fields = {}, funds = '1000'): Promise<MockServer> {
  const server = await createMockServer({
    clock: { isHeld: true },
    accounts: [{ upstream: 'panel', key: mockPanelKey, funds }],
  })
  await askPanel(server, { ...panelOrder, ...fields })
  return server
}

async function statusOf(server: MockServer, order = '123456'): Promise<unknown> {
  return (await askPanel(server, { action: 'status', order })).body
}

function funds(server: MockServer): string {
  return server.control.accounts.funds(mockPanelKey)
}

/** Steps of a hundredth of the order's delivery, counted from when it was taken. */
function advanceTo(server: MockServer, share: number): void {
  const order = server.control.orders.get('123456')
  const elapsed = server.control.clock.now() - Date.parse(order?.takenAt ?? '')
  server.control.clock.advance(Math.round((order?.durationMs ?? 0) * share) - elapsed)
}

describe('the behaviour of a panel order', () => {
  it('begins pending without a start count, is in progress, and is completed', async () => {
    await using server = await withOrder()
    expect(await statusOf(server)).toEqual({
      charge: '0.9',
      start_count: null,
      status: 'Pending',
      remains: '1000',
      currency: 'USD',
    })
    advanceTo(server, 0.5)
    expect(await statusOf(server)).toMatchObject({
      start_count: server.control.orders.get('123456')?.startCount,
      status: 'In progress',
      remains: expect.stringMatching(/^[1-9]\d{2}$/),
    })
    advanceTo(server, 1)
    expect(await statusOf(server)).toMatchObject({ status: 'Completed', remains: '0', charge: '0.9' })
  })

  it('ends partially with charge × remains ÷ quantity given back, by which the charge falls', async () => {
    await using server = await withOrder()
    advanceTo(server, 0.7)
    const remains = 1000 - Number(server.control.orders.get('123456')?.delivered)
    server.control.orders.setStatus('123456', 'Partial')
    const refund = (remains * 9) / 10_000
    expect(await statusOf(server)).toMatchObject({ status: 'Partial', remains: String(remains) })
    expect(Number(server.control.orders.get('123456')?.refunded)).toBeCloseTo(refund, 12)
    expect(Number(funds(server))).toBeCloseTo(999.1 + refund, 12)
    server.control.clock.advance(1e9)
    expect(await statusOf(server)).toMatchObject({ status: 'Partial', remains: String(remains) })
  })

  it('gives back no more than is left, where a status is set again', async () => {
    await using server = await withOrder()
    server.control.orders.setStatus('123456', 'Canceled')
    server.control.orders.setStatus('123456', 'Partial')
    server.control.orders.setStatus('123456', 'Canceled')
    expect(await statusOf(server)).toMatchObject({ charge: '0' })
    expect(funds(server)).toBe('1000')
  })

  it.each([
    ['Processing', 'in_progress', '0.9'],
    ['In progress', 'in_progress', '0.9'],
    ['Completed', 'completed', '0.9'],
    ['Canceled', 'canceled', '0'],
    ['Cancelled', 'canceled', '0'],
    ['Paused', 'stopped', '0.9'],
    ['Refunded', 'refunded', '0.9'],
    ['Awaiting moderation', 'failed', '0.9'],
  ])('shows the status %s as it was set', async (word, state, charge) => {
    await using server = await withOrder()
    expect(server.control.orders.setStatus('123456', word)).toMatchObject({ state })
    expect(await statusOf(server)).toMatchObject({ status: word, charge })
  })

  it('shows a refund from outside by its charge', async () => {
    await using server = await withOrder()
    server.control.orders.refund('123456', '0.4')
    expect(await statusOf(server)).toMatchObject({ status: 'Refunded', charge: '0.5' })
    expect(funds(server)).toBe('999.5')
  })
})

describe('a cancel', () => {
  const cancel = async (server: MockServer): Promise<unknown> =>
    (await askPanel(server, { action: 'cancel', orders: '123456' })).body
  const said = (error: string): unknown => [{ order: 123456, cancel: { error } }]

  it('of one order is taken, and answered as one', async () => {
    await using server = await withOrder()
    server.control.orders.setStatus('123456', 'Pending')
    const one = async (): Promise<unknown> =>
      (await askPanel(server, { action: 'cancel', order: '123456' })).body
    expect(await one()).toEqual({ cancel: 1 })
    expect(await one()).toEqual({ error: 'Cancel is already requested' })
    server.control.clock.advance('1m')
    expect(await statusOf(server)).toMatchObject({ status: 'Canceled' })
  })

  it('takes effect a minute later, not before', async () => {
    await using server = await withOrder()
    server.control.orders.setStatus('123456', 'Pending')
    expect(await cancel(server)).toEqual([{ order: 123456, cancel: 1 }])
    server.control.clock.advance(59_999)
    expect(await statusOf(server)).toMatchObject({ status: 'Pending', charge: '0.9' })
    expect(funds(server)).toBe('999.1')
    server.control.clock.advance(1)
    expect(funds(server)).toBe('1000')
    expect(await statusOf(server)).toMatchObject({ status: 'Canceled', charge: '0', remains: '1000' })
  })

  it('ends an order that is under way partially', async () => {
    await using server = await withOrder()
    advanceTo(server, 0.5)
    await cancel(server)
    server.control.clock.advance(60_000)
    const { refunded, delivered } = server.control.orders.get('123456') ?? {}
    expect(await statusOf(server)).toMatchObject({ status: 'Partial' })
    expect(Number(refunded)).toBeCloseTo(0.9 - Number(delivered) * 0.0009, 12)
    expect(Number(delivered)).toBeGreaterThan(0)
  })

  it('comes too late where the order is completed by then', async () => {
    await using server = await withOrder()
    advanceTo(server, 1)
    server.control.orders.setStatus('123456', 'In progress')
    await cancel(server)
    server.control.orders.setStatus('123456', 'Completed')
    server.control.clock.advance(60_000)
    expect(await statusOf(server)).toMatchObject({ status: 'Completed', charge: '0.9' })
  })

  it('is settled in the order of time, even where nobody looked in between', async () => {
    await using server = await withOrder()
    server.control.orders.setStatus('123456', 'Pending')
    await cancel(server)
    server.control.clock.advance(1e9)
    expect((await askPanel(server, { action: 'balance' })).body).toEqual({ balance: '1000', currency: 'USD' })
    expect(await statusOf(server)).toMatchObject({ status: 'Canceled' })
  })

  it('is refused twice, after the end, and where the service has none', async () => {
    await using server = await withOrder()
    await cancel(server)
    expect(await cancel(server)).toEqual(said('Cancel is already requested'))
    await using done = await withOrder()
    advanceTo(done, 1)
    expect(await cancel(done)).toEqual(said('The order can no longer be canceled'))
    await using without = await withOrder({ service: '4' })
    expect(await cancel(without)).toEqual(said('Cancel is not available for this order'))
  })
})

describe('a refill', () => {
  const refill = async (server: MockServer): Promise<unknown> =>
    (await askPanel(server, { action: 'refill', order: '123456' })).body
  const statusOfRefill = async (server: MockServer): Promise<unknown> =>
    (await askPanel(server, { action: 'refill_status', refill: '1' })).body

  it('is pending, in progress and completed by the clock', async () => {
    await using server = await withOrder()
    advanceTo(server, 1)
    await refill(server)
    const { durationMs = 0 } = server.control.refills.list()[0] ?? {}
    expect(await statusOfRefill(server)).toEqual({ status: 'Pending' })
    server.control.clock.advance(10_000)
    expect(await statusOfRefill(server)).toEqual({ status: 'In progress' })
    server.control.clock.advance(durationMs - 10_001)
    expect(await statusOfRefill(server)).toEqual({ status: 'In progress' })
    server.control.clock.advance(1)
    expect(await statusOfRefill(server)).toEqual({ status: 'Completed' })
    expect(server.control.refills.list()).toEqual([
      { id: '1', orderId: '123456', status: 'completed', durationMs },
    ])
  })

  it('is refused before completion, while another runs, and where the service has none', async () => {
    await using server = await withOrder()
    expect(await refill(server)).toEqual({ error: 'Refill is available once the order is completed' })
    advanceTo(server, 1)
    await refill(server)
    expect(await refill(server)).toEqual({ error: 'Refill is already requested' })
    server.control.refills.setStatus('1', 'Rejected')
    expect(await refill(server)).toEqual({ refill: '2' })
    await using without = await withOrder({ service: '4' })
    advanceTo(without, 1)
    expect(await refill(without)).toEqual({ error: 'Refill is not available for this order' })
  })

  it('is told apart from one that there is none of', async () => {
    await using server = await createMockServer()
    expect(() => server.control.refills.setStatus('1', 'Rejected')).toThrow(
      "There is no refill '1' on this server",
    )
  })
})

describe('a drip-feed', () => {
  it('delivers run by run, an interval apart', async () => {
    await using server = await withOrder({ service: '3', quantity: '200', runs: '3', interval: '30' })
    const { durationMs = 0 } = server.control.orders.get('123456') ?? {}
    const remains: unknown[] = []
    const runs: unknown[] = []
    for (const minutes of [0, 15, 45, 75]) {
      server.control.clock.advance(Date.parse('2026-01-01') + minutes * 60_000 - server.control.clock.now())
      remains.push(Object(await statusOf(server)).remains)
      runs.push(server.control.orders.get('123456')?.runs)
    }
    expect(remains).toEqual(['600', '400', '200', '0'])
    expect(runs).toEqual(['0', '1', '2', '3'].map(finished => ({ total: '3', finished })))
    expect(durationMs).toBeGreaterThan(60 * 60_000)
    expect(durationMs).toBeLessThan(75 * 60_000)
  })
})

describe('a drip-feed without a time between its runs', () => {
  it('delivers all of them at once', async () => {
    await using server = await withOrder({ service: '3', quantity: '200', runs: '3', interval: '0' })
    const { durationMs = 0 } = server.control.orders.get('123456') ?? {}
    expect(durationMs).toBeLessThan(11 * 60_000)
    advanceTo(server, 0.5)
    expect(await statusOf(server)).toMatchObject({ status: 'In progress' })
    const delivered = Number(server.control.orders.get('123456')?.delivered)
    expect(delivered).toBeGreaterThan(200)
    expect(delivered).toBeLessThan(400)
    advanceTo(server, 1)
    expect(await statusOf(server)).toMatchObject({ status: 'Completed', remains: '0' })
  })
})

describe('a drip-feed whose interval is shorter than a run of the service', () => {
  it('ends each run before the next begins', async () => {
    await using server = await withOrder({ service: '3', quantity: '200', runs: '3', interval: '1' })
    const { durationMs = 0 } = server.control.orders.get('123456') ?? {}
    // Pending for 5 to 30 seconds, then three runs of a minute.
    expect(durationMs).toBeGreaterThanOrEqual(185_000)
    expect(durationMs).toBeLessThanOrEqual(210_000)
  })
})

describe('a subscription', () => {
  const terms = {
    service: '39',
    link: '',
    quantity: '',
    username: 'some one: else',
    min: '20',
    max: '50',
    delay: '5',
  }

  it('costs nothing itself, and charges each of its orders as it is placed: those for old posts at once', async () => {
    await using server = await withOrder({ ...terms, posts: '3', old_posts: '2' })
    expect(server.control.orders.get('123456')).toMatchObject({ charged: '0', quantity: '0' })
    expect(await statusOf(server)).toEqual({
      status: 'Active',
      expiry: null,
      posts: '2',
      orders: ['123457', '123458'],
    })
    const { durationMs = 0 } = server.control.orders.get('123456') ?? {}
    expect(server.control.orders.list()).toHaveLength(3)
    server.control.clock.advance(durationMs)

    const [subscription, ...placed] = server.control.orders.list()
    expect(subscription?.subscriptionOrders).toEqual(['123457', '123458', '123459', '123460', '123461'])
    const quantities = placed.map(({ quantity }) => Number(quantity))
    for (const quantity of quantities) expect(quantity >= 20 && quantity <= 50).toBe(true)
    const charge = (quantities.reduce((sum, quantity) => sum + quantity, 0) * 65) / 100_000
    expect(await statusOf(server)).toEqual({
      status: 'Completed',
      expiry: null,
      posts: '5',
      orders: placed.map(({ id }) => id),
    })
    expect(Number(funds(server))).toBeCloseTo(1000 - charge, 12)
    expect(await statusOf(server, '123461')).toMatchObject({
      status: 'In progress',
      charge: placed[4]?.charged,
    })
  })

  it('expires with its last day', async () => {
    await using server = await withOrder({ ...terms, expiry: '1/1/2026' })
    server.control.clock.advance(Date.parse('2026-01-01T23:59:59.998Z') - server.control.clock.now())
    expect(await statusOf(server)).toMatchObject({ status: 'Active', expiry: '01/01/2026' })
    const before = server.control.orders.list().length
    server.control.clock.advance(1)
    expect(await statusOf(server)).toMatchObject({ status: 'Expired', posts: String(before - 1) })
    server.control.clock.advance(1e9)
    expect(server.control.orders.list()).toHaveLength(before)
    expect(before).toBeGreaterThan(20)
  })

  it('ends by itself after a hundred posts, however far the clock goes', async () => {
    await using server = await withOrder({ ...terms, posts: '9'.repeat(30) })
    server.control.clock.advance(1e13)
    expect(server.control.orders.list()).toHaveLength(101)
    expect(await statusOf(server)).toMatchObject({ status: 'Completed' })
  })

  it('pauses at an order that the balance is short of', async () => {
    await using server = await withOrder({ ...terms, old_posts: '9' }, '0.05')
    const placed = server.control.orders.list().length - 1
    expect(placed).toBeGreaterThan(0)
    expect(placed).toBeLessThan(9)
    expect(await statusOf(server)).toMatchObject({ status: 'Paused' })
    server.control.clock.advance(1e9)
    expect(server.control.orders.list()).toHaveLength(placed + 1)
  })

  it.each(['Canceled', 'Paused', 'Expired', 'Completed'])(
    'places nothing after it was set to %s, and has no other behaviour',
    async status => {
      await using server = await withOrder({ ...terms, old_posts: '2' })
      const { clock, orders } = server.control
      expect(() => orders.setBehaviour('123456', 'canceled')).toThrow('Order 123456 is a subscription')
      orders.setStatus('123456', status)
      clock.advance(1e9)
      expect(await statusOf(server)).toMatchObject({ status })
      expect(orders.list()).toHaveLength(3)
    },
  )

  it('is passed over by rules for behaviours, which count the orders that it places', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { clock, orders, behaviours } = server.control
    behaviours.add({ behaviour: 'canceled', upstream: 'panel', nth: 2 })
    await askPanel(server, { action: 'add', ...terms, old_posts: '3', posts: '1' })
    clock.advance('1d')
    expect(orders.list().map(({ state }) => state)).toEqual([
      ...['completed', 'completed', 'canceled', 'completed', 'completed'],
    ])
  })

  it('places nothing after its cancel has taken effect', async () => {
    await using server = await withOrder({ ...terms, old_posts: '1' })
    await askPanel(server, { action: 'cancel', orders: '123456' })
    server.control.clock.advance(1e9)
    expect(await statusOf(server)).toMatchObject({ status: 'Canceled' })
    expect(server.control.orders.list()).toHaveLength(2)
  })
})

describe('a clock that is advanced', () => {
  const orders: readonly Fields[] = [
    { service: '1', quantity: '1000' },
    { service: '3', quantity: '200', runs: '4', interval: '17' },
    {
      service: '39',
      link: '',
      quantity: '',
      username: 'someone',
      min: '20',
      max: '50',
      delay: '5',
      posts: '6',
    },
    {
      service: '40',
      link: '',
      quantity: '',
      username: 'other',
      min: '100',
      max: '900',
      delay: '0',
      expiry: '1/1/2026',
    },
    { service: '4', quantity: '10' },
  ]

  it('gives at once what it gives in steps, whatever was ordered, canceled and looked at between', async () => {
    const hour = 3_600_000
    const run = async (chosen: readonly number[], steps: number): Promise<string> => {
      await using server = await createMockServer({
        clock: { isHeld: true },
        accounts: [{ upstream: 'panel', key: mockPanelKey, funds: '0.9' }],
      })
      for (const index of chosen) await askPanel(server, { ...panelOrder, ...orders[index] })
      await askPanel(server, { action: 'cancel', orders: '123456,123458' })
      for (let step = 0; step < steps; step += 1) {
        server.control.clock.advance((30 * hour) / steps)
        await statusOf(server)
      }
      return JSON.stringify([server.control.orders.list(), funds(server)])
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(orders.length - 1), { maxLength: 5 }),
        fc.constantFrom(2, 10, 100),
        async (chosen, steps) => {
          expect(await run(chosen, steps)).toBe(await run(chosen, 1))
        },
      ),
      { numRuns: 15 },
    )
  })
})
