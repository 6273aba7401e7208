import { describe, expect, it } from 'vitest'
import { createMockServer, type MockServer, mockPanelKey } from '../src/index.ts'
import { askPanel, panelOrder } from './ask.ts'

/** A server whose clock is held and whose panel account has placed this many orders, from 123456 on. */
async function withOrders(count: number): Promise<MockServer> {
  const server = await createMockServer({ clock: { isHeld: true } })
  for (let placed = 0; placed < count; placed += 1) await askPanel(server, panelOrder)
  return server
}

function durationOf(server: MockServer, id: string): number {
  return server.control.orders.get(id)?.durationMs ?? 0
}

describe("the examples of the panel's document", () => {
  it('services: rows as they are in the catalogue', async () => {
    const rows = [
      {
        service: 1,
        name: 'Followers',
        type: 'Default',
        category: 'First Category',
        rate: '0.90',
        min: '50',
        max: '10000',
        refill: true,
        cancel: true,
      },
      {
        service: 2,
        name: 'Comments',
        type: 'Custom Comments',
        category: 'Second Category',
        rate: '8',
        min: '10',
        max: '1500',
        refill: false,
        cancel: true,
      },
    ]
    await using server = await createMockServer({ catalogue: { panel: rows } })
    const { status, contentType, body } = await askPanel(server, { action: 'services' })
    expect({ status, contentType, body }).toEqual({
      status: 200,
      contentType: 'application/json',
      body: rows,
    })
  })

  it('add: the number of the order', async () => {
    await using server = await createMockServer()
    expect((await askPanel(server, panelOrder)).body).toEqual({ order: 123456 })
  })

  it('status: a partial order, every value a string', async () => {
    await using server = await withOrders(1)
    server.control.orders.setStatus('123456', 'Partial')
    expect((await askPanel(server, { action: 'status', order: '123456' })).body).toEqual({
      charge: '0',
      start_count: expect.stringMatching(/^\d+$/),
      status: 'Partial',
      remains: '1000',
      currency: 'USD',
    })
  })

  it('status of many: an object by id, with an error where there is none', async () => {
    await using server = await withOrders(2)
    server.control.clock.advance(durationOf(server, '123456'))
    server.control.orders.setStatus('123457', 'In progress')
    const { body } = await askPanel(server, { action: 'status', orders: '123456,10,123457' })
    const start: unknown = expect.stringMatching(/^\d+$/)
    expect(body).toEqual({
      '123456': { charge: '0.9', start_count: start, status: 'Completed', remains: '0', currency: 'USD' },
      '10': { error: 'Incorrect order ID' },
      '123457': { charge: '0.9', start_count: start, status: 'In progress', remains: '0', currency: 'USD' },
    })
  })

  it('refill: the id as a string', async () => {
    await using server = await withOrders(1)
    server.control.clock.advance(durationOf(server, '123456'))
    expect((await askPanel(server, { action: 'refill', order: '123456' })).body).toEqual({ refill: '1' })
  })

  it('refill of many: a list of numbers, with an error where there is no such order', async () => {
    await using server = await withOrders(2)
    server.control.clock.advance(durationOf(server, '123456'))
    expect((await askPanel(server, { action: 'refill', orders: '123456,123457,3' })).body).toEqual([
      { order: 123456, refill: 1 },
      { order: 123457, refill: 2 },
      { order: 3, refill: { error: 'Incorrect order ID' } },
    ])
  })

  it('refill_status: completed, rejected, and not found', async () => {
    await using server = await withOrders(2)
    server.control.clock.advance(durationOf(server, '123456'))
    await askPanel(server, { action: 'refill', orders: '123456,123457' })
    server.control.refills.setStatus('2', 'Rejected')
    server.control.clock.advance(server.control.refills.list()[0]?.durationMs ?? 0)
    expect((await askPanel(server, { action: 'refill_status', refill: '1' })).body).toEqual({
      status: 'Completed',
    })
    expect((await askPanel(server, { action: 'refill_status', refills: '1,2,3' })).body).toEqual([
      { refill: 1, status: 'Completed' },
      { refill: 2, status: 'Rejected' },
      { refill: 3, status: { error: 'Refill not found' } },
    ])
  })

  it('cancel: a list, 1 for what was asked', async () => {
    await using server = await withOrders(1)
    expect((await askPanel(server, { action: 'cancel', orders: '9,123456' })).body).toEqual([
      { order: 9, cancel: { error: 'Incorrect order ID' } },
      { order: 123456, cancel: 1 },
    ])
  })

  it('balance: a string with its currency', async () => {
    await using server = await createMockServer({
      accounts: [{ upstream: 'panel', key: mockPanelKey, funds: '100.84292' }],
    })
    const { text } = await askPanel(server, { action: 'balance' })
    expect(text).toBe('{"balance":"100.84292","currency":"USD"}')
  })
})
