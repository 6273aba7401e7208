import { describe, expect, it } from 'vitest'
import { ask, order } from '../../test/ask.ts'
import { createMockServer, type MockServer, mockQqtubeKey } from '../server.ts'
import type { FaultPlan } from './plan.ts'

const otherKey = 'mock-key-other'

function twoAccounts(): Promise<MockServer> {
  return createMockServer({ accounts: [{ key: mockQqtubeKey }, { key: otherKey, name: 'other' }] })
}

/** The statuses of these requests in turn: 500 if the fault was injected. */
async function statuses(server: MockServer, fault: Omit<FaultPlan, 'fault'>): Promise<readonly number[]> {
  server.control.faults.add({ fault: 'error-500', ...fault })
  const replies = []
  for (const [method, fields] of [
    ['GET', { action: 'stats' }],
    ['POST', order],
    ['POST', { ...order, api_key: otherKey }],
    ['POST', order],
  ] as const) {
    const query = new URLSearchParams({ api_key: mockQqtubeKey, ...fields })
    const response = await fetch(`${server.url}/v1-api?${query}`, { method })
    await response.arrayBuffer()
    replies.push(response.status)
  }
  return replies
}

describe('a fault that is planned', () => {
  it.each<[string, Omit<FaultPlan, 'fault'>, readonly number[]]>([
    ['the next request', {}, [500, 200, 200, 200]],
    ['the next three', { times: 3 }, [500, 500, 500, 200]],
    ['the next of an action', { action: 'add' }, [200, 500, 200, 200]],
    ['the next of an account', { account: 'other', times: 9 }, [200, 200, 500, 200]],
    [
      'those of an action and an account',
      { action: 'add', account: 'qqtube-1', times: 9 },
      [200, 500, 200, 500],
    ],
    [
      'the second of an action, and not those before and after',
      { action: 'add', nth: 2 },
      [200, 200, 500, 200],
    ],
    ['from the second on', { nth: 2, times: 2 }, [200, 500, 500, 200]],
    ['every one of a probability of 1', { probability: 1 }, [500, 500, 500, 500]],
    ['none of a probability of 0', { probability: 0 }, [200, 200, 200, 200]],
    ['no more than its budget', { probability: 1, times: 2 }, [500, 500, 200, 200]],
    ['nothing of the other API', { upstream: 'panel', times: 9 }, [200, 200, 200, 200]],
  ])('is injected into %s', async (_, plan, expected) => {
    await using server = await twoAccounts()
    expect(await statuses(server, plan)).toEqual(expected)
  })

  it('for as long as it lasts is injected into every request, and no more once the clock has gone past it', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { faults, clock } = server.control
    const outage = faults.add({ fault: 'error-503', lasts: '5m' })
    const statusOf = async (): Promise<number> => {
      const response = await fetch(`${server.url}/v1-api`)
      await response.arrayBuffer()
      return response.status
    }
    expect([await statusOf(), await statusOf()]).toEqual([503, 503])
    clock.advance(299_999)
    expect([await statusOf(), faults.list().length]).toEqual([503, 1])
    clock.advance(1)
    expect([await statusOf(), faults.list().length, outage.remaining()]).toEqual([200, 0, 0])
  })

  it('for as long as it lasts is injected no more often than its budget', async () => {
    await using server = await twoAccounts()
    expect(await statuses(server, { lasts: '1h', times: 2 })).toEqual([500, 500, 200, 200])
  })

  it('is called off by release, and all are by clear', async () => {
    await using server = await createMockServer()
    server.control.faults.add({ fault: 'empty', times: 5 }).release()
    server.control.faults.add({ fault: 'empty', times: 5 })
    server.control.faults.clear()
    expect((await ask(server, 'GET', { action: 'funds' })).body).toEqual({ funds: '1000' })
  })

  it('is listed until it has been injected as often as planned, and while it holds an answer back', async () => {
    await using server = await createMockServer()
    const { faults } = server.control
    faults.add({ fault: 'held', action: 'add' })
    faults.add({ fault: 'bom', action: 'stats', times: 2 })
    const answer = ask(server, 'POST', order)
    await server.control.requestLog.waitFor({ action: 'add' })
    expect(faults.list().map(({ id, plan, remaining }) => [id, plan.fault, remaining()])).toEqual([
      ['1', 'held', 0],
      ['2', 'bom', 2],
    ])
    faults.clear()
    await answer
    expect(faults.list()).toEqual([])
  })

  it('counts the requests that another one is injected into', async () => {
    await using server = await twoAccounts()
    server.control.faults.add({ fault: 'html-403' })
    server.control.faults.add({ fault: 'html-502', nth: 2, times: 9 })
    expect(await statuses(server, { nth: 3 })).toEqual([403, 502, 500, 502])
  })

  it('of a probability is injected into the same requests for the same seed, and about as many as it says', async () => {
    const injected = async (seed: string): Promise<readonly number[]> => {
      await using server = await createMockServer({ seed })
      server.control.faults.add({ fault: 'error-503', probability: 0.3 })
      for (let count = 0; count < 100; count += 1) {
        await (await fetch(`${server.url}/v1-api`)).arrayBuffer()
      }
      const entries = server.control.requestLog.list()
      return entries.filter(({ faults }) => faults.length > 0).map(({ sequence }) => sequence)
    }
    const first = await injected('one')
    expect(await injected('one')).toEqual(first)
    expect(await injected('two')).not.toEqual(first)
    expect(first.length).toBeGreaterThan(15)
    expect(first.length).toBeLessThan(45)
  })

  it.each([
    [{ fault: 'reset', delay: '1s' }, "The fault 'reset' has no delay: it takes no settings"],
    [{ fault: 'latency', limit: 3 }, "The fault 'latency' has no limit: it takes delay"],
    [{ fault: 'latency', delay: 'soon' }, /^delay must be a whole number of milliseconds/],
    [{ fault: 'latency-jitter', jitter: -1 }, /^jitter must be/],
    [{ fault: 'latency-lognormal', sigma: 0 }, /^sigma must be a number above 0/],
    [{ fault: 'error-429', retryAfter: 'x' }, /^retryAfter must be/],
    [{ fault: 'quota', limit: -1 }, /^limit must be a whole number from 0/],
    [{ fault: 'quota', window: '1w' }, /^window must be/],
    [{ fault: 'reset', lasts: 'long' }, /^lasts must be/],
    [{ fault: 'reset', nth: 0 }, /^nth must be a whole number above 0/],
    [{ fault: 'reset', probability: 1.1 }, /^probability must be a number from 0 to 1/],
  ] as const)('is refused as %j', async (plan, reason) => {
    await using server = await createMockServer()
    // As someone without TypeScript may write it.
    expect(() => server.control.faults.add(JSON.parse(JSON.stringify(plan)))).toThrow(reason)
    expect(server.control.faults.list()).toEqual([])
  })

  it('is refused where its name or its count is none', async () => {
    await using server = await createMockServer()
    const { faults } = server.control
    expect(() => faults.add(JSON.parse('{"fault":"explode"}'))).toThrow(
      /no fault 'explode'; there are reset, close/,
    )
    expect(() => faults.add(JSON.parse('{"fault":"constructor"}'))).toThrow(RangeError)
    for (const times of [0, -1, 1.5]) expect(() => faults.add({ fault: 'reset', times })).toThrow(RangeError)
  })
})

describe('a held answer', () => {
  it('after the order is taken: the order stands while the client waits, and the answer comes on release', async () => {
    await using server = await createMockServer()
    const held = server.control.faults.add({ fault: 'held', action: 'add' })
    let isAnswered = false
    const answer = ask(server, 'POST', order).then(reply => {
      isAnswered = true
      return reply
    })
    await server.control.requestLog.waitFor({ action: 'add' })
    expect(server.control.orders.list()).toHaveLength(1)
    await ask(server, 'GET', { action: 'funds' })
    expect(isAnswered).toBe(false)
    held.release()
    expect((await answer).body).toMatchObject({ status: 'success' })
  })

  it('before the order is taken: it is taken on release, once', async () => {
    await using server = await createMockServer()
    const held = server.control.faults.add({ fault: 'held', when: 'before', action: 'add' })
    const answer = ask(server, 'POST', order)
    while (held.remaining() > 0) await ask(server, 'GET', { action: 'funds' })
    expect(server.control.orders.list()).toHaveLength(0)
    server.control.faults.clear()
    expect((await answer).body).toMatchObject({ status: 'success' })
    expect(server.control.orders.list()).toHaveLength(1)
  })

  it('is never given when the server closes first', async () => {
    const server = await createMockServer()
    server.control.faults.add({ fault: 'held' })
    const answer = ask(server, 'POST', order).catch(error => error)
    await server.control.requestLog.waitFor({ action: 'add' })
    await server.close()
    expect(await answer).toBeInstanceOf(TypeError)
  })
})
