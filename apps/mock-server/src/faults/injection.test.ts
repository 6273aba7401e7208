import { describe, expect, it } from 'vitest'
import { ask, order } from '../../test/ask.ts'
import { createMockServer, type MockServer, mockQqtubeKey } from '../server.ts'
import type { FaultPlan } from './plan.ts'

/** A held server with these plans, oldest first. */
async function withPlans(...plans: readonly FaultPlan[]): Promise<MockServer> {
  const server = await createMockServer({ clock: { isHeld: true } })
  for (const plan of plans) server.control.faults.add(plan)
  return server
}

async function answer(server: MockServer): Promise<readonly [number, string]> {
  const query = new URLSearchParams({ api_key: mockQqtubeKey, action: 'funds' })
  const response = await fetch(`${server.url}/v1-api?${query}`)
  const bytes = await response.arrayBuffer()
  return [response.status, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]
}

function names(server: MockServer): readonly (readonly string[])[] {
  return server.control.requestLog.list().map(({ faults }) => faults.map(({ name }) => name))
}

describe('faults that meet in one request', () => {
  it.each([[['latency', 'html-502']], [['html-502', 'latency']]] as const)(
    '%j: the wait comes first, and then the break',
    async faults => {
      await using server = await withPlans(...faults.map(fault => ({ fault })))
      const sent = fetch(`${server.url}/v1-api`, {
        method: 'POST',
        body: new URLSearchParams({ ...order, api_key: mockQqtubeKey }),
      })
      let isAnswered = false
      const answered = sent.then(response => {
        isAnswered = true
        return response
      })
      await server.control.requestLog.waitFor({ action: 'add' })
      for (let turn = 0; turn < 5; turn += 1) await ask(server, 'GET', { action: 'none' })
      expect(isAnswered).toBe(false)
      server.control.clock.advance('1s')
      expect((await answered).status).toBe(502)
      expect(names(server)[0]).toEqual(faults)
      expect(server.control.orders.list()).toHaveLength(1)
    },
  )

  it('a wait before the request and a break before it: the wait, the break, and no order', async () => {
    await using server = await withPlans(
      { fault: 'latency', when: 'before' },
      { fault: 'error-503', when: 'before' },
    )
    const body = new URLSearchParams({ ...order, api_key: mockQqtubeKey })
    const sent = fetch(`${server.url}/v1-api`, { method: 'POST', body })
    while (server.control.faults.list().some(({ remaining }) => remaining() > 0))
      await fetch(`${server.url}/elsewhere`)
    expect(server.control.requestLog.count({ action: 'add' })).toBe(0)
    server.control.clock.advance('1s')
    expect((await sent).status).toBe(503)
    expect(server.control.requestLog.list({ action: 'add' })).toMatchObject([
      {
        answer: { status: 503, body: '' },
        faults: [
          { name: 'latency', when: 'before' },
          { name: 'error-503', when: 'before' },
        ],
      },
    ])
    expect(server.control.orders.list()).toEqual([])
  })

  it('two waits begin together: the longer counts', async () => {
    await using server = await withPlans({ fault: 'latency', delay: '2s' }, { fault: 'latency', delay: '5s' })
    const waiting = answer(server)
    await server.control.requestLog.waitFor({ action: 'funds' })
    server.control.clock.advance('5s')
    expect(await waiting).toEqual([200, '{"funds":"1000"}'])
    expect(names(server)).toEqual([['latency', 'latency']])
  })

  it('rewritings follow on each other as they were planned', async () => {
    await using server = await withPlans(
      { fault: 'strings-as-numbers' },
      { fault: 'notice' },
      { fault: 'bom' },
    )
    const notice = '\nNotice: Undefined index: speed in /srv/api.php on line 42\n'
    expect(await answer(server)).toEqual([200, `\uFEFF${notice}{"funds":1000}`])
    expect(names(server)).toEqual([['strings-as-numbers', 'notice', 'bom']])
  })

  it('a rewriting and a way to send it go together', async () => {
    await using server = await withPlans(
      { fault: 'slow-body', delay: '10s' },
      { fault: 'strings-as-numbers' },
    )
    const waiting = answer(server)
    await server.control.requestLog.waitFor({ action: 'funds' })
    server.control.clock.advance('10s')
    expect(await waiting).toEqual([200, '{"funds":1000}'])
  })

  it('a rewriting waits its turn behind what sends nothing of the answer', async () => {
    await using server = await withPlans({ fault: 'strings-as-numbers' }, { fault: 'html-502' })
    expect((await answer(server))[0]).toBe(502)
    expect(await answer(server)).toEqual([200, '{"funds":1000}'])
    expect(names(server)).toEqual([['html-502'], ['strings-as-numbers']])
  })

  it('of two breaks the newest is injected, and the other waits its turn', async () => {
    await using server = await withPlans({ fault: 'html-403' }, { fault: 'html-502' })
    const { faults } = server.control
    expect((await answer(server))[0]).toBe(502)
    expect(faults.list().map(({ plan }) => plan.fault)).toEqual(['html-403'])
    expect((await answer(server))[0]).toBe(403)
    expect((await answer(server))[0]).toBe(200)
    expect(names(server)).toEqual([['html-502'], ['html-403'], []])
  })

  it('one before the request goes ahead of a newer one after it', async () => {
    await using server = await withPlans({ fault: 'error-503', when: 'before' }, { fault: 'html-502' })
    expect((await answer(server))[0]).toBe(503)
    expect((await answer(server))[0]).toBe(502)
    expect(server.control.requestLog.list().map(({ answer: given }) => given?.status)).toEqual([503, 502])
  })

  it('are found by the name of any of them', async () => {
    await using server = await withPlans({ fault: 'numbers-as-strings' }, { fault: 'bom' })
    await answer(server)
    await answer(server)
    const { requestLog } = server.control
    expect(requestLog.count({ fault: 'bom' })).toBe(1)
    expect(requestLog.find({ fault: 'numbers-as-strings' })?.sequence).toBe(1)
    expect(requestLog.count({ fault: 'reset' })).toBe(0)
  })
})
