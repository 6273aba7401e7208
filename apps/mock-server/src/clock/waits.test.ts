import { afterEach, describe, expect, it, vi } from 'vitest'
import { ask, askPanel, order, panelOrder } from '../../test/ask.ts'
import { createMockServer, type MockServer, VerificationError } from '../index.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** What a wait came to, and that it came to something. */
async function endOf(wait: Promise<unknown>): Promise<unknown> {
  return wait.then(
    () => 'resolved',
    (error: unknown) => error,
  )
}

describe('a wait for a request', () => {
  it('ends with the server, and says what came instead', async () => {
    const server = await createMockServer()
    await ask(server, 'GET', { action: 'funds' })
    const waiting = server.control.requestLog.waitFor({ action: 'add', method: 'GET' })
    await server.close()
    const error = await endOf(waiting)
    expect(error).toBeInstanceOf(VerificationError)
    expect(String(error)).toContain('The server was closed. Expected at least 1 request')
    expect(String(error)).toContain('Number 1 has action "funds".')
    const late = await endOf(server.control.requestLog.waitFor({ action: 'add' }))
    expect(String(late)).toContain('The server was closed.')
  })

  it('ends after its time, also where timers are fake', async () => {
    vi.useFakeTimers()
    await using server = await createMockServer()
    const error = await endOf(server.control.requestLog.waitFor({ action: 'add' }, { timeoutMs: 20 }))
    expect(String(error)).toContain('Waited 20 ms. Expected at least 1 request with action "add"')
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('refuses a timeout of %s', async timeoutMs => {
    await using server = await createMockServer()
    expect(() => server.control.requestLog.waitFor({ action: 'add' }, { timeoutMs })).toThrow(RangeError)
    expect(() => server.control.clock.until(9e12, { timeoutMs })).toThrow(RangeError)
  })

  it('that nobody looks at any more ends no process as the server closes', async () => {
    const rejections: unknown[] = []
    const note = (reason: unknown): void => void rejections.push(reason)
    process.on('unhandledRejection', note)
    const server = await createMockServer({ clock: { isHeld: true } })
    void server.control.requestLog.waitFor({ action: 'add' })
    void server.control.clock.until(9e12)
    await server.close()
    await new Promise(resolve => setImmediate(resolve))
    process.off('unhandledRejection', note)
    expect(rejections).toEqual([])
  })
})

describe('a wait for the clock', () => {
  it('ends with the server, and says where the clock is', async () => {
    const server = await createMockServer({ clock: { isHeld: true } })
    const { clock } = server.control
    const waiting = clock.until(Date.parse('2026-01-02'))
    await server.close()
    expect(String(await endOf(waiting))).toBe(
      'Error: The server was closed: the clock is held at 2026-01-01T00:00:00.000Z (advance it, or let it run), and does not read 2026-01-02T00:00:00.000Z',
    )
    expect(await endOf(clock.until(Date.parse('2025-01-01')))).toBe('resolved')
  })

  it('that is held ends after its time', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const error = await endOf(server.control.clock.until(9e12, { timeoutMs: 20 }))
    expect(String(error)).toContain('The wait is over: the clock is held at 2026-01-01T00:00:00.000Z')
  })

  it('ends by a signal, and is none where the time has come', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { clock } = server.control
    const controller = new AbortController()
    const waiting = clock.until(9e12, { signal: controller.signal })
    controller.abort(new Error('enough'))
    expect(await endOf(waiting)).toEqual(new Error('enough'))
    expect(await endOf(clock.until(clock.now()))).toBe('resolved')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 9e15])('refuses %s, which no clock reaches', async at => {
    await using server = await createMockServer()
    expect(() => server.control.clock.until(at)).toThrow('until: the time must be milliseconds since 1970')
  })
})

describe('under the fake timers of a test', () => {
  const hour = 3_600_000

  async function held(server: MockServer): Promise<{ isOver: boolean; answer: Promise<unknown> }> {
    server.control.faults.add({ fault: 'latency', action: 'funds', when: 'before', delay: '1h' })
    const state = { isOver: false, answer: Promise.resolve<unknown>(undefined) }
    state.answer = ask(server, 'GET', { action: 'funds' }).then(({ body }) => {
      state.isOver = true
      return body
    })
    // It waits once the plan has been injected.
    while (server.control.faults.list().some(({ remaining }) => remaining() > 0)) {
      await askPanel(server, { action: 'balance' })
    }
    return state
  }

  it('a server that begins then goes by their clock', async () => {
    vi.useFakeTimers({ now: Date.parse('2030-01-01') })
    await using server = await createMockServer()
    const { clock, orders } = server.control
    await askPanel(server, panelOrder)
    expect(clock.now()).toBe(Date.parse('2030-01-01'))
    vi.advanceTimersByTime(hour)
    expect(clock.now()).toBe(Date.parse('2030-01-01') + hour)
    expect(orders.get('123456')?.state).toBe('completed')
    const request = await held(server)
    expect(request.isOver).toBe(false)
    vi.advanceTimersByTime(hour)
    expect(await request.answer).toEqual({ funds: '1000' })
  })

  it('a server that has begun before goes by their clock from then on, and by the real one again after them', async () => {
    await using server = await createMockServer()
    const { clock } = server.control
    const started = clock.now()
    vi.useFakeTimers()
    vi.advanceTimersByTime(hour)
    expect(clock.now()).toBeGreaterThanOrEqual(started + hour)
    const request = await held(server)
    vi.advanceTimersByTime(hour)
    expect(await request.answer).toEqual({ funds: '1000' })

    // The real clock is two hours behind: this one goes on from where it is, and does not stand still until then.
    vi.useRealTimers()
    const now = clock.now()
    expect(now).toBeGreaterThanOrEqual(started + 2 * hour)
    await clock.until(now + 50, { timeoutMs: 5000 })
    expect(clock.now()).toBeLessThan(started + 3 * hour)
  })

  it('a wait that begins under them ends after them', async () => {
    vi.useFakeTimers()
    await using server = await createMockServer({ clock: { rate: 1000 } })
    const waiting = server.control.clock.until(server.control.clock.now() + 10_000, { timeoutMs: 5000 })
    vi.useRealTimers()
    expect(await endOf(waiting)).toBe('resolved')
  })

  it('that leave the timers real, and fake the time alone, a wait ends once the time is set on', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await using server = await createMockServer()
    const waiting = server.control.clock.until(server.control.clock.now() + hour, { timeoutMs: 5000 })
    vi.setSystemTime(Date.now() + hour)
    expect(await endOf(waiting)).toBe('resolved')
  })

  it('a held clock stays where it is told to be', async () => {
    vi.useFakeTimers()
    await using server = await createMockServer({ clock: { isHeld: true } })
    vi.advanceTimersByTime(hour)
    expect(server.control.clock.now()).toBe(Date.parse('2026-01-01'))
    server.control.clock.advance('1s')
    expect(server.control.clock.now()).toBe(Date.parse('2026-01-01') + 1000)
  })

  it('faults of the connection are as they are', async () => {
    vi.useFakeTimers()
    await using server = await createMockServer()
    server.control.faults.add({ fault: 'truncated-reset' })
    const error = await endOf(ask(server, 'POST', order))
    expect(Object(Object(error).cause).code).toBe('ECONNRESET')
  })
})
