import { type PreparedOrder, parseServices, prepareOrder } from '@orderwright/core'
import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, scriptedServer } from '../../test/scripted-server.ts'
import type { Outcome } from '../transport/outcome.ts'
import { readAdd } from './add.ts'
import { createPanelClient } from './create-panel-client.ts'

const link = 'https://www.youtube.com/watch?v=jofNR_WkoCE'
const order: PreparedOrder = { serviceId: '1', target: link, quantity: '1000', drip: false, params: {} }

/** What each type needs, by the document's table, as a buyer would fill it in. */
const types: readonly (readonly [
  type: string,
  quantity: string | undefined,
  params: Readonly<Record<string, string>>,
])[] = [
  ['Default', '1000', {}],
  ['Default', '1000', { runs: '3', interval: '30' }],
  ['Package', undefined, {}],
  ['Custom Comments', undefined, { comments: 'one\ntwo' }],
  ['Custom Comments Package', undefined, { comments: 'one\ntwo' }],
  ['SEO', '1000', { keywords: 'a\nb' }],
  ['Mentions with Hashtags', '1000', { usernames: 'a\nb', hashtags: 'c\nd' }],
  ['Mentions Custom List', undefined, { usernames: 'a\nb' }],
  ['Mentions Hashtag', '1000', { hashtag: 'c' }],
  ['Mentions User Followers', '1000', { username: 'a' }],
  ['Mentions Media Likers', '1000', { media: 'https://example.com/p/1' }],
  ['Comment Likes', '1000', { username: 'a' }],
  ['Poll', '1000', { answer_number: '2' }],
  ['Comment Replies', undefined, { username: 'a', comments: 'one\ntwo' }],
  ['Invites from Groups', '1000', { groups: 'g' }],
  [
    'Subscriptions',
    undefined,
    { username: 'a', min: '100', max: '200', delay: '30', posts: '5', expiry: '31/12/2026' },
  ],
  ['Web Traffic', '1000', { country: 'WW', device: '1', type_of_traffic: '1', google_keyword: 'k' }],
]

describe('add sends an order of the type', () => {
  test.each(types)('%s with quantity %s and %j', async (type, quantity, params) => {
    const row = { service: 7, name: 'Sample', type, category: 'Sample', rate: '0.90', min: '1', max: '10000' }
    const [service] = parseServices('panel', [row]).services
    const takesLink = type !== 'Subscriptions'
    const request = {
      params,
      ...(takesLink ? { target: link } : {}),
      ...(quantity === undefined ? {} : { quantity }),
    }
    const prepared = service && prepareOrder(service, request)
    if (prepared?.ok !== true) throw new Error(JSON.stringify(prepared))
    await using server = await scriptedServer(answer({ order: 23501 }))
    const client = createPanelClient({ apiKey, baseUrl: server.url })
    expect(await client.add(prepared.order)).toStrictEqual({
      kind: 'accepted',
      orderId: '23501',
      startCount: undefined,
      messages: [],
    })
    expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/v1-api' })
    expect(Object.fromEntries(new URLSearchParams(server.requests[0]?.body))).toStrictEqual({
      key: apiKey,
      action: 'add',
      service: '7',
      ...(takesLink ? { link } : {}),
      ...(quantity === undefined ? {} : { quantity }),
      ...params,
    })
  })
})

describe('add sends nothing', () => {
  test.each(['key', 'action', 'service', 'link', 'quantity', 'KEY[]'])(
    'where a param is called %s',
    async name => {
      await using server = await scriptedServer(answer({ order: 1 }))
      const client = createPanelClient({ apiKey, baseUrl: server.url })
      const outcome = await client.add({ ...order, params: { [name]: '1' } })
      expect(outcome.kind).toBe('not_sent')
      expect(server.requests).toStrictEqual([])
    },
  )

  test.each([
    [{ serviceId: '' }, 'order.serviceId must not be blank'],
    [{ target: ' ' }, 'order.target must not be blank'],
    [{ quantity: '' }, 'order.quantity must not be blank'],
    [{ drip: true }, 'order.drip must be false: panels take the params runs and interval'],
  ])('where the order is %j: that is misuse', async (change, message) => {
    const client = createPanelClient({ apiKey, baseUrl: 'http://127.0.0.1:4' })
    await expect(client.add({ ...order, ...change })).rejects.toThrow(new TypeError(message))
  })
})

describe('the outcome of add', () => {
  test.each([
    [200, { order: 23501 }, 'accepted'],
    [200, { order: '23501' }, 'accepted'],
    [200, { order: 'ord_9f' }, 'accepted'],
    [200, { order: 1, error: null }, 'accepted'],
    [500, { order: 1 }, 'accepted'],
    [200, { error: 'Not enough funds on balance' }, 'rejected'],
    [200, { error: 'Something new' }, 'rejected'],
    [400, { error: 'Something new' }, 'rejected'],
    [500, { error: 'Not enough funds on balance' }, 'rejected'],
    [500, { error: 'Internal Server Error' }, 'unknown'],
    [500, { message: 'Server Error' }, 'unknown'],
    [200, { order: 1, error: 'Bad link' }, 'unknown'],
    [200, { order: null }, 'unknown'],
    [200, { order: 0 }, 'unknown'],
    [200, { order: {} }, 'unknown'],
    [200, {}, 'unknown'],
    [200, [], 'unknown'],
    [200, 23501, 'unknown'],
    [200, '', 'unknown'],
    [200, '<html>', 'unknown'],
    [404, '<html>', 'rejected'],
    [429, '', 'rejected'],
  ])('by HTTP %i with %j is %s', async (status, body, kind) => {
    await using server = await scriptedServer(answer(typeof body === 'number' ? String(body) : body, status))
    const client = createPanelClient({ apiKey, baseUrl: server.url })
    expect((await client.add(order)).kind).toBe(kind)
    expect(server.requests).toHaveLength(1)
  })

  test("keeps the panel's own words, the key removed", async () => {
    await using server = await scriptedServer(answer({ error: `Invalid API key ${apiKey}` }))
    expect(await createPanelClient({ apiKey, baseUrl: server.url }).add(order)).toStrictEqual({
      kind: 'rejected',
      messages: [{ id: undefined, text: 'Invalid API key [key]' }],
      httpStatus: 200,
    })
  })

  test('names the number that came together with an error', () => {
    expect(readAdd({ order: 5, error: 'Bad link' })).toStrictEqual({
      kind: 'unclear',
      code: 'contradictory_answer',
      reason: 'The upstream gave the order number 5 together with an error.',
    })
  })
})

test.each([
  ['1.5', 1500],
  ['120', 120_000],
  ['soon', undefined],
])(
  'an order that is refused with 429 and Retry-After %j says when to come back',
  async (header, retryAfterMs) => {
    await using server = await scriptedServer(answer({ error: 'Slow down' }, 429, { 'retry-after': header }))
    const client = createPanelClient({ apiKey, baseUrl: server.url })
    const told = retryAfterMs === undefined ? {} : { retryAfterMs }
    const messages = [{ id: undefined, text: 'Slow down' }]
    expect(await client.add(order)).toStrictEqual({ kind: 'rejected', messages, httpStatus: 429, ...told })
    expect(await client.refill(['1'])).toStrictEqual([{ kind: 'rejected', orderId: '1', messages, ...told }])
  },
)

test.each([
  ['an answer without a number', answer({ order: null }), 'no_order_id'],
  ['a number with an error', answer({ order: 5, error: 'Hmm.' }), 'contradictory_answer'],
  ['nothing', answer(''), 'unreadable_answer'],
  ['a page', answer('<html>'), 'unreadable_answer'],
  ['words', answer('Please wait'), 'unreadable_answer'],
  ['HTTP 500', answer({ error: 'Hmm.' }, 500), 'http_5xx'],
  ['HTTP 502 with a page', answer('<html>', 502), 'http_5xx'],
  ['a redirect', answer('', 302, { location: '/' }), 'redirected'],
] as const)('an order that is answered with %s is unknown, with a code', async (_, step, code) => {
  await using server = await scriptedServer(step)
  expect(await createPanelClient({ apiKey, baseUrl: server.url }).add(order)).toMatchObject({
    kind: 'unknown',
    code,
  })
})

test('the codes of an outcome can be told apart completely', () => {
  const isSafe = (outcome: Exclude<Outcome, { kind: 'accepted' | 'rejected' }>): boolean => {
    switch (outcome.code) {
      case 'offline':
      case 'dns':
      case 'connection_refused':
      case 'connect_failed':
      case 'certificate':
      case 'reserved_field':
      case 'impossible_id':
      case 'not_begun':
        return true
      case 'aborted':
      case 'timeout':
      case 'unexpected':
        return outcome.kind === 'not_sent'
      case 'connection_reset':
      case 'connection_lost':
      case 'redirected':
      case 'answer_too_long':
      case 'http_5xx':
      case 'unreadable_answer':
      case 'no_order_id':
      case 'contradictory_answer':
      case 'no_outcome':
        return false
    }
  }
  expect(isSafe({ kind: 'not_sent', code: 'timeout', reason: '' })).toBe(true)
  expect(isSafe({ kind: 'unknown', code: 'timeout', reason: '', httpStatus: undefined })).toBe(false)
})
