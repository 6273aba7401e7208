import { describe, expect, it } from 'vitest'
import { ask, askPanel, order, panelOrder, reply } from '../../test/ask.ts'
import { createMockServer, mockPanelKey, mockQqtubeKey } from '../server.ts'

const { id_service: _, ...withoutService } = order
const dripped = { ...panelOrder, service: '7' }

describe('what a request nearly said', () => {
  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [order, []],
    [{ ...withoutService, service_id: '1' }, ['`service_id`: did you mean `id_service`?']],
    [{ ...order, link: 'x' }, ["`link`: 'add' has no such field"]],
    [{ ...order, drip_feed: '1' }, ["`drip_feed`: 'add' has no such field"]],
    [{ ...order, id_service: '999', anything: '1' }, []],
    [{ action: 'fund' }, ['action `fund`: did you mean `funds`?']],
    [{ action: 'balance' }, ['action `balance`: did you mean `funds`?']],
    [{ action: 'dance' }, ['action `dance`: there are add, stats, submissions, funds, services']],
    [{ action: 'submissions', id_submission: '1' }, ["`id_submission`: 'submissions' has no such field"]],
    [{ action: 'submissions', 'limit ': '1' }, ['`limit `: did you mean `limit`?']],
    [{ actoin: 'funds' }, ['`actoin`: did you mean `action`?']],
    [{ ...order, quantity: 'abc' }, ["`quantity`: 'abc' is no whole number"]],
    [{ ...order, drip: 'maybe' }, ["`drip`: 'maybe' is none of 0, 1, false, true, no, yes"]],
    [
      { ...order, quantity: '1e3', quantitty: '5' },
      ["`quantitty`: 'add' has no such field", "`quantity`: '1e3' is no whole number"],
    ],
    [
      { ...order, id_service: '46', share_type: '99' },
      [expect.stringMatching(/^`share_type`: '99' is none of 0, 1, /)],
    ],
    [{ ...order, id_service: '46', share_type: '2' }, []],
    [{ action: 'submissions', limit: '0' }, ["`limit`: '0' is no whole number from 1 to 500"]],
    [
      { action: 'stats', id_service_submission: 'last' },
      ["`id_service_submission`: 'last' is no id", "'stats' takes GET, and this was POST"],
    ],
    [{}, ['no `action` came with the request: there are add, stats, submissions, funds, services']],
    [{ action: 'stats' }, ["'stats' takes GET, and this was POST"]],
  ])('to QQTube in %j', async (fields, suggestions) => {
    await using server = await createMockServer()
    await ask(server, 'POST', fields)
    expect(server.control.requestLog.list()[0]?.suggestions).toEqual(suggestions)
  })

  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [panelOrder, []],
    [{ action: 'funds' }, ['action `funds`: did you mean `balance`?']],
    [{ action: 'status', order_id: '1' }, ['`order_id`: did you mean `order`?']],
    [{ action: 'cancel', order: '1' }, ['`order`: did you mean `orders`?']],
    [{ ...panelOrder, nonsense: '1' }, ["`nonsense`: 'add' has no such field"]],
    [{ ...panelOrder, quantity: '1,000' }, ["`quantity`: '1,000' is no whole number"]],
    [{ ...dripped, runs: 'two', interval: '30' }, ["`runs`: 'two' is no whole number"]],
    [{ ...dripped, runs: '2' }, ['`interval` is required.']],
    [{ ...dripped, utm: 'x', runs: '2' }, ["`utm`: 'add' has no such field", '`interval` is required.']],
    [
      { utm: 'x' },
      [
        'no `action` came with the request: there are services, add, status, refill, refill_status, cancel, balance',
      ],
    ],
    [{ action: 'status' }, ["'status' needs `order` or `orders`"]],
    [
      { action: 'refill_status', order: '1' },
      ["`order`: 'refill_status' has no such field", "'refill_status' needs `refill` or `refills`"],
    ],
    [{ action: 'cancel' }, ["'cancel' needs `orders`"]],
    [{ ...panelOrder, service: '35', answer_number: '0' }, ['`answer_number` must be at least 1.']],
    [{ ...panelOrder, quantity: '1' }, []],
    [{ action: 'status', order: 'ord_1' }, ["`order`: 'ord_1' is no id"]],
    [{ action: 'status', orders: '1;2' }, ["`orders`: '1;2' names what is no id"]],
    [{ action: 'status', order: '1', orders: ',' }, []],
    [{ action: 'cancel', orders: ', ,' }, ["`orders`: ', ,' is no list of 1 to 100 ids"]],
    [
      { action: 'add', service: '39', username: 'a', min: '20', max: '50', expiry: '2026-06-05' },
      ["`expiry`: '2026-06-05' is no date as d/m/Y", '`delay` is required.'],
    ],
  ])('to a panel in %j', async (fields, suggestions) => {
    await using server = await createMockServer()
    await askPanel(server, fields)
    expect(server.control.requestLog.list()[0]?.suggestions).toEqual(suggestions)
  })

  it('holds no key, and no more than a few of many names', async () => {
    await using server = await createMockServer()
    const names = Array.from({ length: 50 }, (_, index) => [`field${index}`, '1'])
    await ask(server, 'GET', { ...Object.fromEntries(names), action: mockQqtubeKey })
    await ask(server, 'GET', { action: 'funds', [mockQqtubeKey]: '1' })
    await ask(server, 'GET', { ...Object.fromEntries(names), action: 'funds', ['z'.repeat(5000)]: '1' })
    const suggestions = server.control.requestLog.list().flatMap(entry => entry.suggestions)
    expect(JSON.stringify(suggestions)).not.toContain(mockQqtubeKey)
    expect(suggestions.length).toBeLessThanOrEqual(7)
  })

  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [
      { 'Content-Type': 'text/plain;charset=UTF-8' },
      ['the body came as `text/plain` and was not read: send a form, multipart or JSON, and say which'],
    ],
    [
      { 'Content-Type': 'nonsense' },
      [
        'the body came without a content type and was not read: send a form, multipart or JSON, and say which',
      ],
    ],
    [{ 'Content-Type': 'application/x-www-form-urlencoded' }, []],
  ])('of a body with the headers %j', async (headers, suggestions) => {
    await using server = await createMockServer()
    const body = String(new URLSearchParams({ key: mockPanelKey, ...panelOrder }))
    await fetch(`${server.url}/api/v2?action=add`, { method: 'POST', headers, body })
    expect(server.control.requestLog.list()).toMatchObject([{ suggestions }])
    await using strict = await createMockServer({ isStrict: true })
    const answer = await fetch(`${strict.url}/api/v2`, { method: 'POST', headers, body })
    expect(answer.status).toBe(suggestions.length === 0 ? 200 : 400)
  })

  it.each<[string, 'GET' | 'POST', Readonly<Record<string, string>>, readonly string[]]>([
    [
      '/api/v2',
      'GET',
      { key: mockPanelKey, action: 'balance' },
      ['a panel takes POST alone, and this was GET'],
    ],
    ['/api/v2', 'POST', { key: mockQqtubeKey, action: 'balance' }, ['the key is of an account of QQTube v1']],
    ['/api/v2', 'POST', { action: 'balance' }, ['no key came with the request']],
    ['/api/v2', 'POST', { key: 'mock-key-nobody', action: 'balance' }, []],
    [
      '/v1-api',
      'POST',
      { api_key: mockQqtubeKey, action: 'funds' },
      ["'funds' takes GET, and this was POST"],
    ],
    ['/v1-api', 'GET', { api_key: mockPanelKey, action: 'funds' }, ['the key is of an account of panel v2']],
    ['/v1-api', 'GET', { api_key: 'mock-key-nobody', action: 'funds' }, []],
  ])(
    'tells of %s why %s with %j was refused, where the answer does not',
    async (path, method, fields, suggestions) => {
      await using server = await createMockServer()
      const query = new URLSearchParams(fields)
      await fetch(`${server.url}${path}?${query}`, { method })
      expect(server.control.requestLog.list()).toMatchObject([{ suggestions }])
    },
  )

  it('is said of a path that is none', async () => {
    await using server = await createMockServer()
    await fetch(`${server.url}/api/v3?key=${mockQqtubeKey}`, { method: 'POST' })
    await fetch(`${server.url}/${mockQqtubeKey}`)
    expect(
      server.control.requestLog.list({ hasSuggestions: true }).map(({ suggestions }) => suggestions),
    ).toEqual([
      ['`/api/v3`: QQTube v1 is at `/v1-api`, panel v2 at `/api/v2`'],
      ['`/[redacted]`: QQTube v1 is at `/v1-api`, panel v2 at `/api/v2`'],
    ])
  })

  it('is found by the request log', async () => {
    await using server = await createMockServer()
    const { requestLog } = server.control
    await ask(server, 'GET', { action: 'funds' })
    await ask(server, 'GET', { action: 'fund' })
    expect(requestLog.count()).toBe(2)
    expect(requestLog.count({ hasSuggestions: true })).toBe(1)
    expect(requestLog.find({ hasSuggestions: true })?.action).toBe('fund')
    expect(requestLog.find({ action: 'none' })).toBeUndefined()
  })
})

describe('a strict server', () => {
  it('answers what is nearly right with a problem that says so, and carries nothing out', async () => {
    await using server = await createMockServer({ isStrict: true })
    const body = new URLSearchParams({ ...order, api_key: mockQqtubeKey, geo: 'us', quantitty: '5' })
    const answer = await reply(await fetch(`${server.url}/v1-api`, { method: 'POST', body }))
    expect(answer).toMatchObject({
      status: 400,
      contentType: 'application/problem+json',
      body: { detail: expect.stringContaining("`geo`: 'add' has no such field; `quantitty`:") },
    })
    expect(server.control.orders.list()).toEqual([])
    expect(server.control.requestLog.list()).toMatchObject([{ action: 'add', answer: { status: 400 } }])
  })

  it('does so for a value that its field cannot hold, and shows no key', async () => {
    await using server = await createMockServer({ isStrict: true })
    const { body } = await ask(server, 'POST', { ...order, quantity: mockQqtubeKey })
    expect(body).toMatchObject({
      detail: "This server is strict, and carried nothing out: `quantity`: '[redacted]' is no whole number",
    })
  })

  it('leaves what is merely missing, or unknown, to the API', async () => {
    await using server = await createMockServer({ isStrict: true })
    expect((await ask(server, 'POST', { action: 'add' })).body).toMatchObject({ status: 'error' })
    expect((await askPanel(server, { action: 'status', order: '1' })).body).toEqual({
      error: 'Incorrect order ID',
    })
  })

  it('answers what is right as ever', async () => {
    await using server = await createMockServer({ isStrict: true })
    expect((await ask(server, 'POST', order)).body).toMatchObject({ status: 'success' })
    expect((await askPanel(server, panelOrder)).body).toEqual({ order: 123_457 })
  })
})
