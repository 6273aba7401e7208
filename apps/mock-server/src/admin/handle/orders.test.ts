import { describe, expect, it } from 'vitest'
import { ask, order, video } from '../../../test/ask.ts'
import { createMockServer, type MockServer, type MockServerOptions, mockQqtubeKey } from '../../server.ts'

async function serverWithOrder(options: MockServerOptions = {}): Promise<MockServer> {
  const server = await createMockServer({ clock: { isHeld: true }, ...options })
  await ask(server, 'POST', order)
  return server
}

describe('control.orders', () => {
  it('shows an order whole, with the exact amounts', async () => {
    await using server = await serverWithOrder()
    const shown = server.control.orders.get('123456')
    expect(shown).toEqual({
      id: '123456',
      upstream: 'qqtube',
      account: 'qqtube-1',
      serviceId: '1',
      target: video,
      quantity: '20000',
      startCount: expect.stringMatching(/^\d+$/),
      delivered: '0',
      state: 'in_progress',
      behaviour: 'timed',
      charged: '44',
      refunded: '0',
      takenAt: '2026-01-01T00:00:00.000Z',
      durationMs: expect.any(Number),
      runs: { total: '1', finished: '0' },
      subscriptionOrders: [],
    })
    expect(server.control.orders.list()).toEqual([shown])
  })

  it('lists by API and by account', async () => {
    await using server = await createMockServer({
      accounts: [{ key: mockQqtubeKey }, { key: 'mock-key-other', name: 'other' }],
    })
    await ask(server, 'POST', order)
    await ask(server, 'POST', { ...order, api_key: 'mock-key-other' })
    const idsOf = (query: Parameters<typeof server.control.orders.list>[0]): readonly string[] =>
      server.control.orders.list(query).map(({ id }) => id)
    expect(idsOf({ account: 'other' })).toEqual(['123457'])
    expect(idsOf({ upstream: 'qqtube' })).toEqual(['123456', '123457'])
    expect(idsOf({ upstream: 'panel' })).toEqual([])
  })

  it('cuts a delivery off with a status of error, and lets it go on with one in progress', async () => {
    await using server = await serverWithOrder()
    const { clock, orders } = server.control
    const { durationMs = 0 } = orders.get('123456') ?? {}
    clock.advance(durationMs / 2)
    expect(orders.setStatus('123456', 5)).toMatchObject({ state: 'failed', delivered: '10000' })
    clock.advance(durationMs / 4)
    expect(orders.get('123456')).toMatchObject({ state: 'failed', delivered: '10000' })
    expect(orders.setStatus('123456', 3)).toMatchObject({ state: 'in_progress', delivered: '15000' })
    expect(orders.setStatus('123456', 1)).toMatchObject({ state: 'completed', delivered: '20000' })
  })

  it('refunds the whole charge, once', async () => {
    await using server = await serverWithOrder()
    expect(server.control.orders.refund('123456')).toMatchObject({ state: 'refunded', refunded: '44' })
    expect(server.control.accounts.funds(mockQqtubeKey)).toBe('1000')
    expect(() => server.control.orders.refund('123456')).toThrow(RangeError)
  })

  it('refunds in parts, up to the charge and no further', async () => {
    await using server = await serverWithOrder()
    server.control.orders.refund('123456', '12.34')
    expect(() => server.control.orders.refund('123456', '31.67')).toThrow(/more than 0 and at most 31.66/)
    expect(server.control.orders.refund('123456', '31.66')).toMatchObject({ refunded: '44' })
    expect(server.control.accounts.funds(mockQqtubeKey)).toBe('1000')
  })

  it.each(['0', '-1', 'all', '44.01'])('does not refund %s of 44', async refund => {
    await using server = await serverWithOrder()
    expect(() => server.control.orders.refund('123456', refund)).toThrow(RangeError)
    expect(server.control.accounts.funds(mockQqtubeKey)).toBe('956')
    expect(server.control.orders.get('123456')?.state).toBe('in_progress')
  })

  it.each([0, 26, 1.5, Number.NaN])('refuses the status %s', async idStatus => {
    await using server = await serverWithOrder()
    expect(() => server.control.orders.setStatus('123456', idStatus)).toThrow(/from 1 to 25/)
  })

  it('says so of an order that there is none of', async () => {
    await using server = await createMockServer()
    expect(server.control.orders.get('1')).toBeUndefined()
    expect(() => server.control.orders.setStatus('1', 1)).toThrow("There is no order '1' on this server")
    expect(() => server.control.orders.refund('1')).toThrow("There is no order '1' on this server")
  })
})
