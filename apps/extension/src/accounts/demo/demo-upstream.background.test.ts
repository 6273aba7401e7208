import { type PreparedOrder, prepareOrder } from '@orderwright/core'
import { describe, expect, test, vi } from 'vitest'
import { demoOrdersItem } from './demo-orders.ts'
import { openDemoUpstream } from './demo-upstream.background.ts'

const start = Date.UTC(2026, 10, 28)

const views: PreparedOrder = {
  serviceId: '1',
  target: 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
  quantity: '2000',
  drip: false,
  params: {},
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('the demo provider', () => {
  test('offers services that are read without a problem, for each kind of page', async () => {
    const { services, problems } = await openDemoUpstream().services()
    expect(problems).toStrictEqual([])
    expect(services).toHaveLength(10)
    expect(new Set(services.map(({ example }) => /watch|channel|playlist/.exec(example)?.[0]))).toStrictEqual(
      new Set(['watch', 'channel', 'playlist']),
    )
  })

  test('takes an order at its price, and delivers all of it within a minute', async () => {
    let now = start
    const upstream = openDemoUpstream(() => now)
    const outcome = await upstream.add(views)
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind)
    expect(await upstream.balance()).toStrictEqual({ amount: '245.2', currency: 'USD' })
    const seen: unknown[] = []
    for (const seconds of [0, 4, 24, 44, 3_600]) {
      now = start + seconds * 1000
      const [status] = await upstream.statuses([outcome.orderId])
      if (status?.kind !== 'found') throw new Error('It is gone.')
      seen.push([seconds, status.state, status.remains, status.progress, status.isFinal, status.charge])
    }
    expect(seen).toStrictEqual([
      [0, 'pending', 2000, 0, false, '4.8'],
      [4, 'pending', 2000, 0, false, '4.8'],
      [24, 'in_progress', 1000, 0.5, false, '4.8'],
      [44, 'completed', 0, 1, true, '4.8'],
      [3_600, 'completed', 0, 1, true, '4.8'],
    ])
  })

  test('asks the network for nothing', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch')
    const upstream = openDemoUpstream()
    await upstream.services()
    await upstream.add(views)
    await upstream.balance()
    expect(fetch).not.toHaveBeenCalled()
    fetch.mockRestore()
  })

  test('takes no order that its demo money does not cover', async () => {
    const upstream = openDemoUpstream()
    const { services } = await upstream.services()
    const [service] = services
    if (service === undefined) throw new Error('There is no service.')
    const prepared = prepareOrder(service, { ...views, quantity: '143000' })
    expect(prepared.ok && prepared.quote.total.toFixed()).toBe('250.25')
    expect((await upstream.add({ ...views, quantity: '143000' })).kind).toBe('rejected')
    expect(await upstream.add({ ...views, quantity: '142000' })).toMatchObject({ kind: 'accepted' })
    expect((await upstream.balance()).amount).toBe('1.5')
  })

  test('lists its orders from the newest on, or from the one before another', async () => {
    let now = start
    const upstream = openDemoUpstream(() => now)
    for (const quantity of ['1000', '2000', '3000']) {
      await upstream.add({ ...views, quantity })
      now += 1000
    }
    const wanted = await all(upstream.orders())
    expect(wanted.map(({ wantedCount }) => wantedCount)).toStrictEqual([3000, 2000, 1000])
    const older = await all(upstream.orders({ before: wanted[0]?.orderId }))
    expect(older.map(({ wantedCount }) => wantedCount)).toStrictEqual([2000, 1000])
  })

  test('remembers 200 orders', async () => {
    const order = (id: number) => ({
      id: `${id}`,
      serviceId: '2',
      target: '',
      quantity: 100,
      charge: '0',
      createdAt: start,
    })
    await demoOrdersItem.set(Array.from({ length: 200 }, (_, id) => order(id)))
    await openDemoUpstream().add({ ...views, serviceId: '2', quantity: '100' })
    const ids = (await demoOrdersItem.get()).map(({ id }) => id)
    expect([ids.length, ids.includes('0'), ids.includes('199')]).toStrictEqual([200, true, false])
  })
})
