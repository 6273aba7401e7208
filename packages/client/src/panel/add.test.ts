import type { PreparedOrder } from '@orderwright/core'
import { parseServices, prepareOrder } from '@orderwright/core'
import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, scriptedServer } from '../../test/scripted-server.ts'
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
      const ending = await client.add({ ...order, params: { [name]: '1' } })
      expect(ending.kind).toBe('not_sent')
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

describe('the ending of add', () => {
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
      reason: 'The upstream gave the order number 5 together with an error.',
    })
  })
})
