import { describe, expect, it } from 'vitest'
import { order } from '../../test/ask.ts'
import { createMockServer, type MockServer, mockQqtubeKey } from '../server.ts'

const otherKey = 'mock-key-other'

function start(): Promise<MockServer> {
  return createMockServer({
    clock: { isHeld: true },
    accounts: [{ key: mockQqtubeKey }, { key: otherKey, name: 'other' }],
  })
}

async function post(server: MockServer, key = mockQqtubeKey): Promise<readonly [number, string | null]> {
  const body = new URLSearchParams({ ...order, api_key: key })
  const response = await fetch(`${server.url}/v1-api`, { method: 'POST', body })
  await response.arrayBuffer()
  return [response.status, response.headers.get('retry-after')]
}

describe('an upstream that is asked too often', () => {
  it.each([
    [undefined, '30'],
    ['2m', '120'],
    [1, '1'],
  ] as const)('answers 429 and, for %s, Retry-After: %s', async (retryAfter, header) => {
    await using server = await start()
    server.control.faults.add({ fault: 'error-429', retryAfter })
    expect(await post(server)).toEqual([429, header])
    expect(server.control.orders.list()).toEqual([])
  })

  it('takes the order all the same, where the error is planned for after', async () => {
    await using server = await start()
    server.control.faults.add({ fault: 'error-429', when: 'after' })
    expect(await post(server)).toEqual([429, '30'])
    expect(server.control.orders.list()).toHaveLength(1)
    expect(server.control.requestLog.list()).toMatchObject([
      { orderId: '123456', answer: { status: 429, body: 'Too Many Requests' } },
    ])
  })

  it('lets an account through so often in a window, and says when there is room again', async () => {
    await using server = await start()
    const { faults, clock, orders } = server.control
    faults.add({ fault: 'quota', limit: 2, window: '1m' })
    expect([await post(server), await post(server)]).toEqual([
      [200, null],
      [200, null],
    ])
    clock.advance('45.5s')
    expect(await post(server)).toEqual([429, '15'])
    expect(await post(server, otherKey)).toEqual([200, null])
    clock.advance('14.499s')
    expect(await post(server)).toEqual([429, '1'])
    clock.advance(1)
    expect(await post(server)).toEqual([200, null])
    expect(orders.list()).toHaveLength(4)
  })

  it('may take the order all the same, where the quota comes after', async () => {
    await using server = await start()
    server.control.faults.add({ fault: 'quota', limit: 0, when: 'after' })
    expect(await post(server)).toEqual([429, '60'])
    expect(server.control.orders.list()).toHaveLength(1)
  })
})
