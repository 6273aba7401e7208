import { describe, expect, it } from 'vitest'
import { ask, askPanel, order, panelOrder } from '../../test/ask.ts'
import { control } from '../../test/control.ts'
import { createMockServer } from '../server.ts'

describe('control over HTTP', () => {
  it('moves, holds and runs the clock', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    expect((await control(server, 'GET', '/clock')).body).toEqual({
      now: '2026-01-01T00:00:00.000Z',
      milliseconds: 1_767_225_600_000,
      rate: 0,
    })
    expect((await control(server, 'POST', '/clock/advance', { duration: '90s' })).body).toMatchObject({
      now: '2026-01-01T00:01:30.000Z',
    })
    expect((await control(server, 'POST', '/clock/run', { rate: 60 })).body).toMatchObject({ rate: 60 })
    expect((await control(server, 'POST', '/clock/run', {})).body).toMatchObject({ rate: 1 })
    expect((await control(server, 'POST', '/clock/hold')).body).toMatchObject({ rate: 0 })
  })

  it('adds accounts and sets their funds, and tells no key', async () => {
    await using server = await createMockServer()
    const added = await control(server, 'POST', '/accounts', {
      key: 'mock-key-late',
      name: 'late',
      funds: '5',
    })
    expect(added.body).toEqual({ name: 'late', upstream: 'qqtube', funds: '5', currency: 'USD' })
    const { body } = await control(server, 'PUT', '/accounts/late/funds', { funds: '34.210' })
    expect(body).toMatchObject({ funds: '34.21' })
    expect((await ask(server, 'GET', { action: 'funds', api_key: 'mock-key-late' })).body).toEqual({
      funds: '34.21',
    })
    const { text } = await control(server, 'GET', '/accounts')
    expect(JSON.parse(text)).toHaveLength(3)
    expect(text).not.toContain('mock-key')
  })

  it('lists orders, sets their status and gives money back', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    await ask(server, 'POST', order)
    await askPanel(server, panelOrder)
    expect((await control(server, 'GET', '/orders?upstream=panel')).body).toMatchObject([{ id: '123457' }])
    expect((await control(server, 'GET', '/orders?account=qqtube-1')).body).toMatchObject([{ id: '123456' }])
    expect(
      (await control(server, 'PUT', '/orders/123457/status', { status: 'Canceled' })).body,
    ).toMatchObject({ state: 'canceled', refunded: '0.9' })
    expect((await control(server, 'POST', '/orders/123456/refund', { amount: '4' })).body).toMatchObject({
      state: 'refunded',
      refunded: '4',
    })
    expect((await control(server, 'GET', '/orders/123456')).body).toMatchObject({ refunded: '4' })
  })

  it('sets the status of refills', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    await askPanel(server, panelOrder)
    await control(server, 'POST', '/clock/advance', { duration: '1h' })
    await askPanel(server, { action: 'refill', order: '123456' })
    expect((await control(server, 'PUT', '/refills/1/status', { status: 'Rejected' })).body).toMatchObject({
      orderId: '123456',
      status: 'Rejected',
    })
  })

  it('replaces a catalogue by a saved answer, digit for digit, and says what is wrong with it', async () => {
    await using server = await createMockServer()
    const saved = '[{"service":1,"name":"A","type":"Default","category":"B","rate":0.100,"min":1,"max":9}]'
    expect((await control(server, 'PUT', '/catalogue/panel', saved)).body).toEqual({
      services: 1,
      problems: [],
    })
    expect((await askPanel(server, { action: 'services' })).text).toBe(saved)
    expect((await control(server, 'PUT', '/catalogue/panel', '{}')).body).toMatchObject({
      services: 0,
      problems: [{ code: 'not_a_catalogue', sentence: expect.stringMatching(/^The answer is not a list/) }],
    })
  })

  it('plans faults, lists them and calls them off', async () => {
    await using server = await createMockServer()
    const { body } = await control(server, 'POST', '/faults', {
      fault: 'error-500',
      action: 'funds',
      times: 2,
    })
    expect(body).toEqual({
      id: '1',
      plan: { fault: 'error-500', action: 'funds', times: 2 },
      remaining: 2,
    })
    await fetch(`${server.url}/v1-api?action=funds`)
    expect((await control(server, 'GET', '/faults')).body).toMatchObject([{ id: '1', remaining: 1 }])
    expect((await control(server, 'DELETE', '/faults/1')).status).toBe(204)
    await control(server, 'POST', '/faults', { fault: 'error-500', probability: 0.5 })
    expect((await control(server, 'GET', '/faults')).body).toEqual([
      { id: '2', plan: { fault: 'error-500', probability: 0.5 } },
    ])
    expect((await control(server, 'DELETE', '/faults')).status).toBe(204)
    expect((await ask(server, 'GET', { action: 'funds' })).status).toBe(200)
  })

  it('scripts the behaviours of orders to come, and of one that is there', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    await control(server, 'POST', '/behaviours', { behaviour: 'immediate', upstream: 'panel' })
    await ask(server, 'POST', order)
    await askPanel(server, panelOrder)
    expect(
      (await control(server, 'PUT', '/orders/123456/behaviour', { behaviour: 'canceled' })).body,
    ).toMatchObject({
      state: 'canceled',
    })
    expect((await control(server, 'GET', '/orders/123457')).body).toMatchObject({
      behaviour: 'immediate',
      state: 'completed',
    })
    expect((await control(server, 'GET', '/behaviours')).body).toEqual([
      { behaviour: 'immediate', upstream: 'panel' },
    ])
    await control(server, 'DELETE', '/behaviours')
    expect((await control(server, 'GET', '/behaviours')).body).toEqual([])
  })

  it('finds and counts requests', async () => {
    await using server = await createMockServer()
    await ask(server, 'GET', { action: 'funds' })
    await ask(server, 'POST', order)
    await ask(server, 'GET', { action: 'services' })
    const sequences = async (query: string): Promise<unknown> => {
      const entries = JSON.parse((await control(server, 'GET', `/request-log${query}`)).text)
      return entries.map(({ sequence }: { sequence: number }) => sequence)
    }
    expect(await sequences('')).toEqual([1, 2, 3])
    expect(await sequences('?method=GET&after=1')).toEqual([3])
    expect(await sequences('?limit=2')).toEqual([2, 3])
    expect((await control(server, 'GET', '/request-log/count?action=add&upstream=qqtube')).body).toEqual({
      count: 1,
    })
    expect((await control(server, 'DELETE', '/request-log')).status).toBe(204)
    expect(await sequences('')).toEqual([])
  })

  it('waits for a request to come, and says so where none does', async () => {
    await using server = await createMockServer()
    const waiting = control(server, 'GET', '/request-log/wait?action=add')
    await ask(server, 'POST', order)
    expect((await waiting).body).toMatchObject({ action: 'add', orderId: '123456' })
    expect(await control(server, 'GET', '/request-log/wait?action=stats&timeoutMs=1')).toMatchObject({
      status: 404,
      contentType: 'application/problem+json',
      body: { detail: 'No request that matches came within 1 ms.' },
    })
  })

  it('goes back to the start', async () => {
    await using server = await createMockServer()
    await ask(server, 'POST', order)
    expect((await control(server, 'POST', '/reset')).status).toBe(204)
    expect((await control(server, 'GET', '/orders')).body).toEqual([])
    expect((await control(server, 'GET', '/request-log')).body).toEqual([])
  })

  it('stays out of the request log', async () => {
    await using server = await createMockServer()
    await control(server, 'GET', '/orders')
    await control(server, 'GET', '/nowhere')
    expect(server.control.requestLog.list()).toEqual([])
  })
})

describe('a control request that cannot be carried out', () => {
  it.each<[string, string, unknown, number, object]>([
    ['GET', '/nowhere', undefined, 404, { detail: expect.stringContaining('/__mock/openapi/control.json') }],
    ['GET', '/orders/1/2', undefined, 404, {}],
    ['GET', '/orders/%ff', undefined, 404, {}],
    ['GET', '/orders/999', undefined, 404, { detail: "There is no order '999' on this server." }],
    ['POST', '/orders/999/refund', {}, 404, {}],
    ['PUT', '/refills/9/status', { status: 'Rejected' }, 404, {}],
    ['GET', '/accounts/nobody', undefined, 404, {}],
    ['DELETE', '/faults/9', undefined, 404, {}],
    ['DELETE', '/orders', undefined, 405, { detail: 'This path takes GET.' }],
    ['OPTIONS', '/reset', undefined, 405, {}],
    ['POST', '/clock/advance', '{', 400, { detail: 'The body is no JSON object.' }],
    ['POST', '/clock/advance', {}, 400, { errors: [{ place: '#/duration', detail: 'is required' }] }],
    [
      'POST',
      '/clock/run',
      { rate: 0, speed: 2 },
      400,
      {
        errors: [
          { place: '#/rate', detail: 'must be >0, was given 0' },
          { place: '#/speed', detail: 'is not known here' },
        ],
      },
    ],
    ['POST', '/clock/run', [], 400, { detail: 'The body is no JSON object.' }],
    ['GET', '/orders?upstream=other', undefined, 400, { errors: [{ place: 'upstream' }] }],
    ['GET', '/request-log?actoin=add', undefined, 400, { errors: [{ place: 'actoin' }] }],
    [
      'GET',
      '/request-log?limit=x',
      undefined,
      400,
      { errors: [{ place: 'limit', detail: 'must be a whole number' }] },
    ],
    ['POST', '/clock/advance', { duration: 'soon' }, 422, { detail: expect.stringContaining("'90s'") }],
    [
      'POST',
      '/faults',
      { fault: 'reset', delay: '1s' },
      422,
      { detail: expect.stringContaining('no delay') },
    ],
    ['POST', '/accounts', { key: 'mock-key-qqtube' }, 422, {}],
    ['PUT', '/orders/123456/status', { status: 99 }, 422, {}],
    ['POST', '/orders/123456/refund', { amount: '1000000' }, 422, {}],
  ])('%s %s %j is a problem with status %i', async (method, path, body, status, expected) => {
    await using server = await createMockServer()
    await ask(server, 'POST', order)
    const answer = await control(server, method, path, body)
    expect(answer).toMatchObject({ status, contentType: 'application/problem+json' })
    expect(answer.body).toMatchObject({ type: 'about:blank', status, ...expected })
  })

  it('is not carried out where its body is not said to be JSON, or is too large', async () => {
    await using server = await createMockServer()
    const plain = await control(server, 'POST', '/clock/hold', undefined, {})
    expect(plain.status).toBe(200)
    const asText = { 'Content-Type': 'text/plain' }
    expect((await control(server, 'POST', '/clock/run', '{"rate":9}', asText)).status).toBe(415)
    expect(server.control.clock.rate()).toBe(0)
    const bare = await control(server, 'POST', '/clock/run', undefined, {})
    expect([bare.status, server.control.clock.rate()]).toEqual([200, 1])
    const missing = await control(server, 'POST', '/clock/advance', undefined, {})
    expect(missing.body).toMatchObject({
      status: 400,
      errors: [{ place: '#/duration', detail: 'is required' }],
    })
    const forgotten = await control(server, 'PUT', '/catalogue/panel', undefined, {})
    expect([forgotten.status, server.control.catalogue.services('panel').length > 40]).toEqual([400, true])
    const large = JSON.stringify('x'.repeat(17 * 1024 * 1024))
    const refused = await control(server, 'PUT', '/catalogue/panel', large).catch(error => error)
    if (!(refused instanceof Error)) expect(refused.status).toBe(413)
    expect((await control(server, 'GET', '/clock')).status).toBe(200)
  })

  it.each([
    ['/faults', { fault: 'reset', nth: 1.5 }, '#/nth', 'must be a whole number, was given 1.5'],
    ['/accounts', { key: '' }, '#/key', 'must not be blank'],
    ['/faults', { fault: 'reset', probability: 2 }, '#/probability', 'must be <=1, was given 2'],
    [
      '/accounts',
      { upstream: 'pannel', key: 'k' },
      '#/upstream',
      `must be ("qqtube" | "panel"), was given 'pannel': did you mean 'panel'?`,
    ],
    ['/orders/123456/refund', { amount: 5 }, '#/amount', 'must be string, was given 5'],
  ])('%s says of %j what is wrong', async (path, body, place, detail) => {
    await using server = await createMockServer()
    expect((await control(server, 'POST', path, body)).body).toMatchObject({ errors: [{ place, detail }] })
  })

  it('repeats no value: one of them may be a key', async () => {
    await using server = await createMockServer()
    const { status, text } = await control(server, 'POST', '/accounts', {
      key: ['real-key-sent-by-mistake'],
      funds: 'real-key-sent-by-mistake',
    })
    expect(status).toBe(400)
    expect(text).not.toContain('real-key')
  })
})
