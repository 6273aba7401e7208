import { describe, expect, it } from 'vitest'
import { askPanel, panelOrder, reply } from '../../../test/ask.ts'
import { createMockServer, mockPanelKey, mockQqtubeKey } from '../../server.ts'

type Fields = Readonly<Record<string, string>>

const rejections: readonly (readonly [string, Fields, number, string])[] = [
  ['no key', { key: '', action: 'balance' }, 401, 'Invalid API key'],
  ["the other API's key", { key: mockQqtubeKey, action: 'balance' }, 401, 'Invalid API key'],
  ['no action', {}, 400, 'Incorrect request'],
  ['an unknown action', { action: 'constructor' }, 400, 'Incorrect request'],
  ['an unknown service', { ...panelOrder, service: '999' }, 400, 'Incorrect service ID'],
  ['no service', { ...panelOrder, service: '' }, 400, 'Incorrect service ID'],
  ['no link', { ...panelOrder, link: '' }, 400, 'Bad link'],
  ['a link with spaces', { ...panelOrder, link: 'some one' }, 400, 'Bad link'],
  ['a quantity below the minimum', { ...panelOrder, quantity: '49' }, 400, 'Quantity less than minimal 50'],
  [
    'a quantity above the maximum',
    { ...panelOrder, quantity: '10001' },
    400,
    'Quantity more than maximum 10000',
  ],
  ['no quantity', { ...panelOrder, quantity: '' }, 400, 'Incorrect request'],
  ['letters for a quantity', { ...panelOrder, quantity: 'many' }, 400, 'Incorrect request'],
  ['runs without an interval', { ...panelOrder, service: '3', runs: '2' }, 400, 'Incorrect request'],
  ['one run', { ...panelOrder, service: '3', runs: '1', interval: '5' }, 400, 'Incorrect request'],
  [
    'too few comments',
    { ...panelOrder, service: '2', quantity: '', comments: 'a\nb\n\nc' },
    400,
    'Quantity less than minimal 10',
  ],
  ['no comments', { ...panelOrder, service: '2', quantity: '' }, 400, 'Incorrect request'],
  [
    'a delay that is none',
    { action: 'add', service: '39', username: 'u', min: '20', max: '30', delay: '7' },
    400,
    'Incorrect request',
  ],
  [
    'more than the balance',
    { ...panelOrder, service: '34', quantity: '', comments: '' },
    400,
    'Not enough funds on balance',
  ],
  ['the status of no order', { action: 'status' }, 400, 'Incorrect request'],
  ['the status of an unknown order', { action: 'status', order: '1' }, 400, 'Incorrect order ID'],
  [
    'the status of 101 orders',
    { action: 'status', orders: Array(101).fill('1').join() },
    400,
    'Incorrect request',
  ],
  ['a refill of an unknown order', { action: 'refill', order: '1' }, 400, 'Incorrect order ID'],
  ['a refill of nothing', { action: 'refill', orders: ' , ' }, 400, 'Incorrect request'],
  ['the status of no refill', { action: 'refill_status' }, 400, 'Incorrect request'],
  ['the status of an unknown refill', { action: 'refill_status', refill: '1' }, 400, 'Refill not found'],
  ['a cancel of nothing', { action: 'cancel' }, 400, 'Incorrect request'],
  ['a cancel of an unknown order', { action: 'cancel', order: '1' }, 400, 'Incorrect order ID'],
]

const accounts = [
  { upstream: 'panel', key: mockPanelKey, funds: '20' },
  { upstream: 'qqtube', key: mockQqtubeKey },
] as const

describe('a request to a panel', () => {
  it.each(rejections)(
    'with %s is refused with HTTP 200, and nothing is taken',
    async (_, fields, _status, error) => {
      await using server = await createMockServer({ accounts })
      const { status, contentType, body } = await askPanel(server, fields)
      expect({ status, contentType, body }).toEqual({
        status: 200,
        contentType: 'application/json',
        body: { error },
      })
      expect(server.control.orders.list()).toEqual([])
      expect(server.control.accounts.funds(mockPanelKey)).toBe('20')
      const suggestions = server.control.requestLog.list()[0]?.suggestions ?? []
      if (error === 'Incorrect request') expect(suggestions).not.toEqual([])
    },
  )

  it.each(rejections)(
    'with %s is refused with a status of its own where that is asked',
    async (_, fields, expected, error) => {
      await using server = await createMockServer({ accounts, hasPanelErrorStatuses: true })
      const { status, body } = await askPanel(server, fields)
      expect({ status, body }).toEqual({ status: expected, body: { error } })
    },
  )

  it.each([
    [false, 200],
    [true, 405],
  ])('by GET is refused (statuses: %s)', async (hasPanelErrorStatuses, status) => {
    await using server = await createMockServer({ hasPanelErrorStatuses })
    const query = new URLSearchParams({ key: mockPanelKey, action: 'balance' })
    const answer = await reply(await fetch(`${server.url}/api/v2?${query}`))
    expect(answer).toMatchObject({ status, body: { error: 'Incorrect request' } })
  })

  it.each([
    [false, 200],
    [true, 400],
  ])('whose body cannot be read is refused (statuses: %s)', async (hasPanelErrorStatuses, status) => {
    await using server = await createMockServer({ hasPanelErrorStatuses })
    const init = { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } }
    const answer = await reply(await fetch(`${server.url}/api/v2`, init))
    expect(answer).toMatchObject({ status, body: { error: 'Incorrect request' } })
    expect(server.control.requestLog.list()).toMatchObject([{ suggestions: ['The body is no JSON.'] }])
  })

  it.each<[string, string, RequestInit]>([
    [
      'JSON',
      '',
      {
        body: JSON.stringify({ key: mockPanelKey, action: 'balance' }),
        headers: { 'Content-Type': 'application/json' },
      },
    ],
    ['the query', `?key=${mockPanelKey}&action=balance`, {}],
    [
      'a path with a slash behind',
      '/',
      { body: new URLSearchParams({ key: mockPanelKey, action: 'balance' }) },
    ],
  ])('is read from %s', async (_, suffix, init) => {
    await using server = await createMockServer()
    const answer = await reply(await fetch(`${server.url}/api/v2${suffix}`, { method: 'POST', ...init }))
    expect(answer.body).toEqual({ balance: '1000', currency: 'USD' })
  })

  it("does not see another account's orders and refills", async () => {
    const other = 'mock-key-other'
    await using server = await createMockServer({
      accounts: [...accounts, { upstream: 'panel', key: other }],
      clock: { isHeld: true },
    })
    await askPanel(server, { ...panelOrder, key: other })
    server.control.clock.advance(server.control.orders.get('123456')?.durationMs ?? 0)
    await askPanel(server, { action: 'refill', order: '123456', key: other })
    const ask = async (fields: Fields): Promise<unknown> => (await askPanel(server, fields)).body
    expect(await ask({ action: 'status', order: '123456' })).toEqual({ error: 'Incorrect order ID' })
    expect(await ask({ action: 'refill', order: '123456' })).toEqual({ error: 'Incorrect order ID' })
    expect(await ask({ action: 'refill_status', refill: '1' })).toEqual({ error: 'Refill not found' })
    expect(await ask({ action: 'cancel', orders: '123456' })).toEqual([
      { order: 123456, cancel: { error: 'Incorrect order ID' } },
    ])
  })

  it('has faults of its own', async () => {
    await using server = await createMockServer()
    server.control.faults.add({ fault: 'reset', upstream: 'panel', action: 'add' })
    await expect(askPanel(server, panelOrder)).rejects.toThrow('fetch failed')
    expect(server.control.requestLog.list({ upstream: 'panel', action: 'add' })).toMatchObject([
      { orderId: '123456', account: 'panel-1', fields: { key: '[redacted]' }, faults: [{ name: 'reset' }] },
    ])
    server.control.faults.add({ fault: 'bom', when: 'before', upstream: 'panel' })
    const response = await fetch(`${server.url}/api/v2`, { method: 'POST' })
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ error: 'Incorrect request' })
    expect(server.control.requestLog.list().at(-1)).toMatchObject({
      suggestions: ['The request was not carried out.'],
      answer: { status: 503, body: '\uFEFF{"error":"Incorrect request"}' },
    })
  })
})
