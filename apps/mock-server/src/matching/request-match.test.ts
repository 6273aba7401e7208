import { describe, expect, it } from 'vitest'
import { askPanel, order, panelOrder } from '../../test/ask.ts'
import { control } from '../../test/control.ts'
import { createMockServer, mockPanelKey, mockQqtubeKey } from '../server.ts'
import { type MatchTarget, matcherOf, type RequestMatch } from './request-match.ts'

const target: MatchTarget = {
  method: 'POST',
  path: '/v1-api',
  upstream: 'qqtube',
  action: 'add',
  account: 'qqtube-1',
  fields: new Map(Object.entries({ id_service: '1', url: 'https://a.b/c', quantity: '20000', drip: '1' })),
}

describe('a match of requests', () => {
  it.each<[RequestMatch, boolean]>([
    [{}, true],
    [{ method: 'GET' }, false],
    [{ path: '/v1-api', action: 'add', upstream: 'qqtube', account: 'qqtube-1' }, true],
    [{ path: '/api/v2' }, false],
    [{ service: 1, link: 'https://a.b/c', quantity: { atLeast: 20_000 } }, true],
    [{ service: 2 }, false],
    [{ link: { like: '*.b/d' } }, false],
    [{ fields: { drip: '1', url: { like: 'https:*' } } }, true],
    [{ fields: { runs: { isAbsent: true } } }, true],
    [{ fields: { constructor: { isAbsent: true } } }, true],
    [{ order: { isAbsent: true } }, true],
    [{ order: '1' }, false],
  ])('%j meets an order: %s', (match, isMet) => {
    expect(matcherOf(match)(target)).toBe(isMet)
  })

  it.each(['order', 'orders', 'id_service_submission'])('finds an order among those of %s', name => {
    const asked = { ...target, fields: new Map([[name, '123456, 123457']]) }
    expect(matcherOf({ order: 123_457 })(asked)).toBe(true)
    expect(matcherOf({ order: '12345' })(asked)).toBe(false)
  })

  it('is one language for faults, behaviours and queries, by the handle and over HTTP', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { behaviours, faults, requestLog, orders } = server.control
    const match = { link: { like: 'https://example.com/*' }, quantity: { atMost: 1000 } }
    faults.add({ fault: 'error-500', ...match, nth: 2 })
    behaviours.add({ behaviour: 'immediate', service: { oneOf: [1, 2] }, ...match, times: 1 })
    const planned = await control(server, 'POST', '/faults', {
      fault: 'error-503',
      service: '54',
      times: 'always',
    })
    expect(planned.status).toBe(200)
    const rule = { behaviour: 'canceled', quantity: { atLeast: 20_000 } }
    expect((await control(server, 'POST', '/behaviours', rule)).status).toBe(200)

    const statuses = []
    for (const sent of [panelOrder, panelOrder, { ...panelOrder, quantity: '2000' }]) {
      const body = new URLSearchParams({ key: mockPanelKey, ...sent })
      statuses.push((await fetch(`${server.url}/api/v2`, { method: 'POST', body })).status)
    }
    for (const id_service of ['1', '54', '54']) {
      const body = new URLSearchParams({ api_key: mockQqtubeKey, ...order, id_service })
      statuses.push((await fetch(`${server.url}/v1-api`, { method: 'POST', body })).status)
    }
    expect(statuses).toEqual([200, 500, 200, 200, 503, 503])
    expect(orders.list().map(({ behaviour }) => behaviour)).toEqual([
      ...['immediate', 'timed', 'timed'],
      ...['canceled at 0 %', 'canceled at 0 %', 'canceled at 0 %'],
    ])

    expect(requestLog.count(match)).toBe(2)
    const { body } = await control(server, 'POST', '/request-log/find', { ...match, limit: 1 })
    expect(body).toMatchObject([{ sequence: 2 }])
    expect((await control(server, 'POST', '/request-log/wait', { service: 54 })).body).toMatchObject({
      sequence: 5,
    })
    expect((await control(server, 'GET', '/request-log/count?service=54&quantity=20000')).body).toEqual({
      count: 2,
    })
    expect(requestLog.find({ action: 'add', nth: 2 })?.sequence).toBe(2)
    expect((await control(server, 'GET', '/request-log?service=54&nth=2')).body).toMatchObject([
      { sequence: 6 },
    ])
    const fourth = requestLog.waitFor({ upstream: 'panel', nth: 4 })
    await askPanel(server, { action: 'balance' })
    expect((await fourth).sequence).toBe(7)
    expect(() => requestLog.list({ nth: 0 })).toThrow(RangeError)
    expect(() => requestLog.verify({ ...match, service: 3 }, 1)).toThrow(
      /with service "3" and link \{"like":"https:\/\/example.com\/\*"\}.*Number 1 has service "1"/,
    )
  })

  it('takes no key: an error would show it', async () => {
    await using server = await createMockServer()
    const match = { fields: { api_key: 'x' } }
    for (const work of [
      () => server.control.faults.add({ fault: 'reset', ...match }),
      () => server.control.behaviours.add({ behaviour: 'stuck', ...match }),
      () => server.control.requestLog.list(match),
    ]) {
      expect(work).toThrow(/^A key is not matched: name the account/)
    }
    expect((await control(server, 'POST', '/faults', { fault: 'reset', ...match })).status).toBe(422)
  })

  it('goes on after a start from a state file', () => {
    expect(matcherOf(JSON.parse(JSON.stringify({ quantity: { atLeast: 20_000 } })))(target)).toBe(true)
  })
})

describe('faults of the whole server', () => {
  it('meet requests of every path that they name, but those of control', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    server.control.faults.add({ fault: 'html-502', path: { like: '*' }, times: 'always' })
    expect((await fetch(`${server.url}/elsewhere`)).status).toBe(502)
    expect((await fetch(`${server.url}/api/v2`)).status).toBe(502)
    expect((await control(server, 'GET', '/clock')).status).toBe(200)
    server.control.faults.clear()
    server.control.faults.add({ fault: 'reset', path: '/elsewhere', times: 'always' })
    await expect(fetch(`${server.url}/elsewhere`)).rejects.toThrow()
    expect((await askPanel(server, { action: 'balance' })).status).toBe(200)
    server.control.faults.clear()
    server.control.faults.add({ fault: 'html-502' })
    expect((await fetch(`${server.url}/elsewhere`)).status).toBe(404)
  })

  it('are there from the start and after a reset, as a latency that every answer waits for', async () => {
    await using server = await createMockServer({ clock: { isHeld: true }, latency: '2s' })
    const { clock, faults, requestLog } = server.control
    for (const _ of [1, 2]) {
      const answers = [askPanel(server, { action: 'balance' }), fetch(`${server.url}/elsewhere`)]
      await requestLog.waitFor({ path: '/elsewhere' })
      await requestLog.waitFor({ action: 'balance' })
      clock.advance('2s')
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 404])
      expect(requestLog.count({ fault: 'latency' })).toBe(2)
      server.control.reset()
    }
    expect(faults.list().map(({ plan }) => plan)).toEqual([
      { fault: 'latency', delay: '2s', path: { like: '*' }, times: 'always' },
    ])
  })

  it('have no latency that is no duration', async () => {
    await expect(createMockServer(JSON.parse('{"latency":"soon"}'))).rejects.toThrow(
      /^delay must be a whole number/,
    )
  })
})
