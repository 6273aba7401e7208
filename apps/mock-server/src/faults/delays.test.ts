import { describe, expect, it } from 'vitest'
import { ask, order } from '../../test/ask.ts'
import { createMockServer, type MockServer } from '../server.ts'
import type { FaultPlan } from './fault-plans.ts'
import type { FaultSettings } from './settings.ts'

function start(seed?: string): Promise<MockServer> {
  return createMockServer({ clock: { isHeld: true }, seed })
}

/** How far the clock had to be moved until an answer came, looked for at each of these steps. */
async function waited(server: MockServer, plan: FaultPlan, steps: readonly number[]): Promise<number> {
  server.control.faults.add({ ...plan, action: 'add' })
  server.control.requestLog.clear()
  let isAnswered = false
  const answer = ask(server, 'POST', order).then(() => {
    isAnswered = true
  })
  await server.control.requestLog.waitFor({ action: 'add' })
  let total = 0
  for (const step of steps) {
    server.control.clock.advance(step - total)
    total = step
    // An answer that is let go overtakes none that is asked for afterwards by more than a few turns.
    for (let turn = 0; turn < 5; turn += 1) await ask(server, 'GET', { action: 'refill_status' })
    if (isAnswered) break
  }
  server.control.faults.clear()
  await answer
  return total
}

describe('a latency', () => {
  it.each<[string, FaultSettings, number]>([
    ['a second by itself', {}, 1000],
    ['as long as it says', { delay: '90s' }, 90_000],
  ])('is %s, by the clock of the server', async (_, settings, delay) => {
    await using server = await start()
    expect(await waited(server, { fault: 'latency', ...settings }, [delay - 1, delay, delay + 1])).toBe(delay)
    expect(server.control.orders.list()).toHaveLength(1)
  })

  it('before an order is taken, lets it be taken afterwards', async () => {
    await using server = await start()
    const { faults, clock, orders } = server.control
    const plan = faults.add({ fault: 'latency', when: 'before', action: 'add' })
    const answer = ask(server, 'POST', order)
    while (plan.remaining() > 0) await ask(server, 'GET', { action: 'funds' })
    expect(orders.list()).toEqual([])
    clock.advance('1s')
    expect((await answer).body).toMatchObject({ status: 'success' })
    expect(orders.list()).toHaveLength(1)
  })

  it('ends by itself on a clock that runs', async () => {
    await using server = await createMockServer({ clock: { rate: 1000 } })
    server.control.faults.add({ fault: 'latency', delay: '10s' })
    expect((await ask(server, 'POST', order)).body).toMatchObject({ status: 'success' })
  })

  it('ends when its plan is released', async () => {
    await using server = await start()
    const plan = server.control.faults.add({ fault: 'latency', delay: '1d' })
    const answer = ask(server, 'POST', order)
    await server.control.requestLog.waitFor({ action: 'add' })
    plan.release()
    expect((await answer).body).toMatchObject({ status: 'success' })
  })

  it('with jitter is between the delay and the jitter on top', async () => {
    await using server = await start()
    const plan = { fault: 'latency-jitter', delay: 1000, jitter: 500 } as const
    const steps = [999, ...Array.from({ length: 6 }, (_, step) => 1000 + step * 100)]
    const times = [await waited(server, plan, steps), await waited(server, plan, steps)]
    for (const time of times) expect(time).toBeGreaterThanOrEqual(1000)
    for (const time of times) expect(time).toBeLessThanOrEqual(1500)
  })

  it('that is lognormal depends on the seed alone', async () => {
    const steps = Array.from({ length: 40 }, (_, step) => (step + 1) * 100)
    const time = async (seed: string): Promise<number> => {
      await using server = await start(seed)
      return await waited(server, { fault: 'latency-lognormal', delay: 1000 }, steps)
    }
    const first = await time('a')
    expect(await time('a')).toBe(first)
    const others = await Promise.all(['b', 'c', 'd'].map(time))
    expect(new Set([first, ...others]).size).toBeGreaterThan(1)
  })
})

describe('a slow body', () => {
  it('comes a tenth at a time, and whole', async () => {
    await using server = await start()
    const { faults, clock, requestLog } = server.control
    faults.add({ fault: 'slow-body', delay: '10s' })
    const response = await fetch(`${server.url}/v1-api?action=funds`)
    expect(response.status).toBe(200)
    const [entry] = requestLog.list()
    const text = entry?.answer?.body ?? ''
    const reader = response.body?.getReader()
    let received = ''
    for (let piece = 1; piece <= 10; piece += 1) {
      clock.advance('1s')
      received += new TextDecoder().decode((await reader?.read())?.value)
      expect(received).toBe(text.slice(0, Math.floor((text.length * piece) / 10)))
    }
    expect((await reader?.read())?.done).toBe(true)
  })

  it.each<[string, (server: MockServer, id: string) => void]>([
    [
      'its plan is released',
      ({ control }, id) =>
        control.faults
          .list()
          .find(plan => plan.id === id)
          ?.release(),
    ],
    ['all plans are dropped', ({ control }) => control.faults.clear()],
    ['the server is reset', ({ control }) => control.reset()],
  ])('comes whole at once when %s', async (_, letGo) => {
    await using server = await start()
    const plan = server.control.faults.add({ fault: 'slow-body', delay: '1h' })
    const response = await fetch(`${server.url}/v1-api?action=funds`)
    server.control.clock.advance('6m')
    letGo(server, plan.id)
    expect(await response.json()).toMatchObject({ status: 'error' })
  })
})

describe.each(['latency', 'slow-body', 'held'] as const)(
  '%s that has been injected as often as planned',
  fault => {
    it('stands in the list as long as a request waits, and can be released there', async () => {
      await using server = await start()
      const { faults, requestLog } = server.control
      faults.add({ fault, action: 'add' })
      const answer = ask(server, 'POST', order)
      await requestLog.waitFor({ action: 'add' })
      // Another plan does not put it out of sight.
      faults.add({ fault: 'html', action: 'refill_status' })
      expect(faults.list().map(({ plan, remaining }) => [plan.fault, remaining()])).toEqual([
        [fault, 0],
        ['html', 1],
      ])
      faults.list()[0]?.release()
      expect((await answer).body).toMatchObject({ status: 'success' })
      expect(faults.list().map(({ plan }) => plan.fault)).toEqual(['html'])
    })

    it('leaves the list once the request is answered', async () => {
      await using server = await start()
      const plan = server.control.faults.add({ fault, action: 'add' })
      const answer = ask(server, 'POST', order)
      await server.control.requestLog.waitFor({ action: 'add' })
      server.control.clock.advance('1s')
      if (fault === 'held') plan.release()
      await answer
      expect(server.control.faults.list()).toEqual([])
    })
  },
)
