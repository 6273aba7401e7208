import { readFileSync } from 'node:fs'
import type { PreparedOrder } from '@orderwright/core'
import { describe, expect, test } from 'vitest'
import { createPanelClient, createQqtubeClient, type Upstream } from '../src/index.ts'
import { apiKey } from './fixtures.ts'
import { answer, scriptedServer } from './scripted-server.ts'

interface Case {
  readonly name: string
  readonly call: 'add' | 'statuses' | 'refill' | 'cancel' | 'services'
  readonly args: readonly unknown[]
  readonly answer: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  readonly expect: {
    readonly kind?: readonly string[]
    readonly words?: string
    readonly orderId?: string
    readonly throws?: string
    readonly kinds?: readonly (string | readonly string[])[]
    readonly states?: readonly string[]
    readonly final?: readonly boolean[]
    readonly services?: number
  }
}

const cases: readonly Case[] = readFileSync(new URL('fixtures/panel-answers.ndjson', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line))

function call(upstream: Upstream, { call: method, args }: Case): Promise<unknown> {
  const [first] = args
  const ids = Array.isArray(first) ? first.map(String) : []
  switch (method) {
    case 'add':
      return upstream.add(JSON.parse(JSON.stringify(first)) satisfies PreparedOrder)
    case 'statuses':
      return upstream.statuses(ids)
    case 'refill':
      return upstream.refill(ids)
    case 'cancel':
      return upstream.cancel(ids)
    case 'services':
      return upstream.services()
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function fieldsOf(value: unknown, name: string): readonly unknown[] {
  return Array.isArray(value) ? value.map(item => fieldOf(item, name)) : []
}

function judge(outcome: unknown, expected: Case['expect']): void {
  if (expected.kind !== undefined) expect(expected.kind).toContain(fieldOf(outcome, 'kind'))
  if (expected.orderId !== undefined) expect(fieldOf(outcome, 'orderId')).toBe(expected.orderId)
  if (expected.words !== undefined) expect(JSON.stringify(outcome)).toContain(expected.words)
  if (expected.states !== undefined) expect(fieldsOf(outcome, 'state')).toStrictEqual(expected.states)
  if (expected.final !== undefined) expect(fieldsOf(outcome, 'isFinal')).toStrictEqual(expected.final)
  if (expected.services !== undefined) expect(fieldOf(outcome, 'services')).toHaveLength(expected.services)
  for (const [index, kinds] of (expected.kinds ?? []).entries()) {
    expect([kinds].flat()).toContain(fieldsOf(outcome, 'kind')[index])
  }
}

describe.each(cases.map(row => [row.name, row] as const))('%s', (_, row) => {
  test('is read by the client', async () => {
    await using server = await scriptedServer(answer(row.answer.body, row.answer.status, row.answer.headers))
    const client = createPanelClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
    const outcome = call(client, row)
    if (row.expect.throws !== undefined) await expect(outcome).rejects.toThrow(row.expect.throws)
    else judge(await outcome, row.expect)
  })
})

const order: PreparedOrder = {
  serviceId: '1',
  target: 'https://example.com/p/1',
  quantity: '100',
  drip: false,
  params: {},
}

async function panelFor(body: unknown, status = 200): Promise<Upstream & AsyncDisposable> {
  const server = await scriptedServer(answer(body, status))
  const upstream = createPanelClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
  return { ...upstream, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

const refusals: readonly (readonly [body: unknown, status: number])[] = [
  [{ error: 'Hmm.' }, 200],
  [{ error: ['Hmm.'] }, 200],
  [{ error: { code: 3, message: 'Hmm.' } }, 200],
  [{ errors: 'Hmm.' }, 200],
  [{ errors: ['Hmm.'] }, 200],
  [{ errors: [{ message: 'Hmm.' }] }, 200],
  [{ errors: { link: ['Hmm.'] } }, 200],
  [{ error: 1, message: 'Hmm.' }, 200],
  [{ error: 'true', msg: 'Hmm.' }, 200],
  [{ status: 'error', message: 'Hmm.' }, 200],
  [{ status: 'fail', msg: 'Hmm.' }, 200],
  [{ status: 'Failed', data: { msg: 'Hmm.' } }, 200],
  [{ status: 'FAILURE', data: { message: 'Hmm.' } }, 200],
  [{ status: 'error', data: 'Hmm.' }, 200],
  [{ status: 'error', errors: { a: 'Hmm.' } }, 200],
  [{ status: false, message: 'Hmm.' }, 200],
  [{ status: 'false', message: 'Hmm.' }, 200],
  [{ status: 0, message: 'Hmm.' }, 200],
  [{ status: 422, message: 'Hmm.' }, 200],
  [{ success: false, message: 'Hmm.' }, 200],
  [{ success: 'false', message: { text: 'Hmm.' } }, 200],
  [{ success: 0, error: 'Hmm.' }, 200],
  [{ ok: false, description: 'Hmm.' }, 200],
  [{ message: 'Hmm.' }, 401],
  [{ message: 'Hmm.' }, 402],
  [{ message: 'Not this.', errors: { link: ['Hmm.', 'Hmm.'] } }, 422],
  [{ detail: 'Hmm.' }, 403],
  [{ order: null, message: 'Hmm.' }, 400],
  ['"Hmm."', 400],
  ['Hmm.', 400],
]

describe.each(refusals)('a panel that refuses by %j with HTTP %i', (body, status) => {
  test('has rejected an order, with its words', async () => {
    await using panel = await panelFor(body, status)
    const outcome = await panel.add(order)
    expect(outcome).toMatchObject({ kind: 'rejected', httpStatus: status })
    expect(JSON.stringify(outcome)).toContain('Hmm.')
  })

  test('fails every read, with its words', async () => {
    await using panel = await panelFor(body, status)
    await expect(panel.balance()).rejects.toThrow('Hmm.')
    await expect(panel.services()).rejects.toThrow('Hmm.')
  })

  test('has rejected a refill and a cancel', async () => {
    await using panel = await panelFor(body, status)
    expect(await panel.refill(['1'])).toMatchObject([{ kind: 'rejected' }])
    expect(await panel.refill(['1', '2'])).toMatchObject([{ kind: 'rejected' }, { kind: 'rejected' }])
    expect(await panel.cancel(['1'])).toMatchObject([{ kind: 'rejected' }])
  })

  test('gives no status of an order that is in trouble', async () => {
    await using panel = await panelFor(body, status)
    const outcome = await panel
      .statuses(['1'])
      .catch((error: Error) => [{ kind: 'failed', error: error.message }])
    expect(outcome).not.toMatchObject([{ kind: 'found' }])
    expect(outcome).not.toMatchObject([{ kind: 'missing' }])
    expect(JSON.stringify(outcome)).toContain('Hmm.')
  })
})

describe.each(refusals)('QQTube that refuses by %j with HTTP %i', (body, status) => {
  test('has rejected an order, and fails every read, with its words', async () => {
    await using server = await scriptedServer(answer(body, status))
    const client = createQqtubeClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
    const outcome = await client.add(order)
    expect(outcome).toMatchObject({ kind: 'rejected', httpStatus: status })
    expect(JSON.stringify(outcome)).toContain('Hmm.')
    await expect(client.balance()).rejects.toThrow('Hmm.')
    await expect(client.services()).rejects.toThrow('Hmm.')
    await expect(client.submissions()).rejects.toThrow('Hmm.')
  })
})

describe('the outcome of an order at QQTube that is answered', () => {
  test.each([
    [
      { status: 'success', id_service_submission: 7.0 },
      { kind: 'accepted', orderId: '7' },
    ],
    [
      '{"status":"success","id_service_submission":7.0,"error":0}<!-- x -->',
      { kind: 'accepted', orderId: '7' },
    ],
    [
      { status: 'success', id_service_submission: 'null' },
      { kind: 'unknown', code: 'no_order_id' },
    ],
    [
      { status: 'success', id_service_submission: -1 },
      { kind: 'unknown', code: 'no_order_id' },
    ],
    [{ status: 'success', id_service_submission: 'Not enough funds' }, { kind: 'unknown' }],
    [{ status: 'success', id_service_submission: null, messages: [] }, { kind: 'unknown' }],
    ['Invalid API key', { kind: 'rejected' }],
  ])('by %j is %j', async (body, outcome) => {
    await using server = await scriptedServer(answer(body))
    expect(await createQqtubeClient({ apiKey, baseUrl: server.url }).add(order)).toMatchObject(outcome)
  })
})

describe('the outcome of an order that is answered', () => {
  test.each([
    [{ order: '23501.0' }, 200, { kind: 'accepted', orderId: '23501' }],
    ['{"order":23501.00}', 200, { kind: 'accepted', orderId: '23501' }],
    [{ order: 'ord_9f', error: '' }, 200, { kind: 'accepted', orderId: 'ord_9f' }],
    [{ order: 5, error: '0', errors: [] }, 200, { kind: 'accepted', orderId: '5' }],
    [{ order: 5, error: false, errors: {} }, 200, { kind: 'accepted', orderId: '5' }],
    [{ order: 5, error: 'null', message: 'Thank you' }, 200, { kind: 'accepted', orderId: '5' }],
    [{ order: 5, status: 'Pending' }, 200, { kind: 'accepted', orderId: '5' }],
    [{ status: 'success', order: 5 }, 200, { kind: 'accepted', orderId: '5' }],
    [{ success: true, data: { order: 5 } }, 200, { kind: 'accepted', orderId: '5' }],
    [
      '\uFEFF<br />\n<b>Notice</b>: x<br />\n{"order":5}\n<!-- 0.1 s -->',
      200,
      { kind: 'accepted', orderId: '5' },
    ],
    [{ order: 5, success: false }, 200, { kind: 'unknown' }],
    [{ order: 5, status: 'error', message: 'Hmm.' }, 200, { kind: 'unknown' }],
    [
      { order: 'Not enough funds on balance' },
      200,
      { kind: 'rejected', messages: [{ text: 'Not enough funds on balance' }] },
    ],
    [{ order: 'Yetersiz bakiye' }, 200, { kind: 'rejected' }],
    [{ order: 'Thank you for your order' }, 200, { kind: 'unknown' }],
    [{ order: 'null' }, 200, { kind: 'unknown' }],
    [{ order: 'None' }, 200, { kind: 'unknown' }],
    [{ order: -1 }, 200, { kind: 'unknown' }],
    [{ order: '-1' }, 200, { kind: 'unknown' }],
    [{ order: '0' }, 200, { kind: 'unknown' }],
    [{ order: 0.5 }, 200, { kind: 'unknown' }],
    [{ order: true }, 200, { kind: 'unknown' }],
    [{ order: [] }, 200, { kind: 'unknown' }],
    [{ status: 'success', message: 'Order placed' }, 200, { kind: 'unknown' }],
    [{ success: true }, 200, { kind: 'unknown' }],
    ['{"order":5}{"error":"Hmm."}', 200, { kind: 'unknown' }],
    [{ status: 'error' }, 200, { kind: 'rejected', messages: [] }],
    ['Invalid API key', 200, { kind: 'rejected', messages: [{ text: 'Invalid API key' }] }],
    ['"Invalid API key"', 200, { kind: 'rejected', messages: [{ text: 'Invalid API key' }] }],
    ['Please wait', 200, { kind: 'unknown' }],
    [{ status: 'error', message: 'Hmm.' }, 500, { kind: 'unknown' }],
    [{ message: 'Server Error' }, 500, { kind: 'unknown' }],
    [{ error: 'Service Unavailable' }, 503, { kind: 'unknown' }],
    [{ error: 'Service is unavailable' }, 503, { kind: 'unknown' }],
    [{ error: 'Too many requests' }, 503, { kind: 'unknown' }],
    [{ error: 'Internal error: invalid request' }, 500, { kind: 'unknown' }],
    [{ status: 'error', message: 'Insufficient balance' }, 500, { kind: 'rejected' }],
    ['<html><title>Unauthorized</title></html>', 401, { kind: 'rejected', messages: [] }],
  ])('by %j with HTTP %i is %j', async (body, status, outcome) => {
    await using panel = await panelFor(body, status)
    expect(await panel.add(order)).toMatchObject(outcome)
  })
})

const row = { charge: '0.27819', start_count: '3572', status: 'Partial', remains: '157', currency: 'USD' }
const odd = 'Incorrect order ID'

describe('statuses that are answered', () => {
  test.each([
    ['in order, without ids', [row, { error: odd }, row], ['found', 'refused', 'found']],
    [
      'in order, some with ids',
      [{ order: 1, ...row }, { error: odd }, { order: '3', ...row }],
      ['found', 'refused', 'found'],
    ],
    ['in order, as texts', [row, odd, row], ['found', 'refused', 'found']],
    [
      'with ids in another order',
      [
        { order: 3, ...row },
        { id: 1, ...row },
      ],
      ['found', 'missing', 'found'],
    ],
    [
      'with an id as a float',
      [
        { order: 3.0, ...row },
        { order: '1.0', ...row },
      ],
      ['found', 'missing', 'found'],
    ],
    [
      'in an envelope',
      { status: 'success', data: { 1: row, 2: odd, 3: row } },
      ['found', 'refused', 'found'],
    ],
    [
      'under a name',
      {
        orders: [
          { order: 1, ...row },
          { order: 2, error: odd },
        ],
      },
      ['found', 'refused', 'missing'],
    ],
    [
      'as an object with gaps',
      { 0: { order: 1, ...row }, 7: { order: 3, ...row } },
      ['found', 'missing', 'found'],
    ],
    [
      'with envelopes in it',
      { 1: row, 2: { status: 'error', message: odd }, 3: { success: false } },
      ['found', 'refused', 'refused'],
    ],
    [
      'with a bare error',
      { 1: row, 2: { status: 'error' }, 3: { ...row, status: 'Error' } },
      ['found', 'refused', 'found'],
    ],
    [
      'with words for a status',
      { 1: row, 2: { status: odd }, 3: 'Hmm, what is this' },
      ['found', 'refused', 'refused'],
    ],
  ])('%s', async (_, body, kinds) => {
    await using panel = await panelFor(body)
    expect((await panel.statuses(['1', '2', '3'])).map(({ kind }) => kind)).toStrictEqual(kinds)
  })

  test('in order, but too few, are about nobody knows whom', async () => {
    await using panel = await panelFor([row, row])
    expect((await panel.statuses(['1', '2', '3'])).map(({ kind }) => kind)).toStrictEqual([
      'missing',
      'missing',
      'missing',
    ])
  })

  test.each([
    ['by its id', { 5: row }],
    ['in a list', [row]],
    ['in an envelope', { status: 'success', data: row }],
    ['as ever', row],
  ])('for one id %s', async (_, body) => {
    await using panel = await panelFor(body)
    expect(await panel.statuses(['5'])).toMatchObject([{ kind: 'found', state: 'partial' }])
  })
})

describe('a refill is answered', () => {
  test.each([
    [{ refill: '1.0' }, { kind: 'accepted', refillId: '1' }],
    [
      { status: 'success', data: { refill: 7 } },
      { kind: 'accepted', refillId: '7' },
    ],
    [{ refill_id: 7 }, { kind: 'accepted', refillId: '7' }],
    [{ refill: 'Refill is not available for this order' }, { kind: 'rejected' }],
    [{ refill: 'Thank you' }, { kind: 'unknown' }],
    [{ refill: 'null' }, { kind: 'unknown' }],
    [{ refill: -1 }, { kind: 'unknown' }],
    [{ success: true }, { kind: 'unknown' }],
    [{ refill: { error: 'Hmm.' } }, { kind: 'rejected' }],
    [{ status: 'error' }, { kind: 'rejected' }],
    ['Refill is not available', { kind: 'rejected' }],
  ])('by %j', async (body, outcome) => {
    await using panel = await panelFor(body)
    expect(await panel.refill(['9'])).toMatchObject([{ orderId: '9', ...outcome }])
  })
})

describe('a cancel of one is answered', () => {
  test.each([
    [{ cancel: 1 }, 'accepted'],
    [{ cancel: '1' }, 'accepted'],
    [{ success: true }, 'accepted'],
    [{ success: 1 }, 'accepted'],
    [{ success: 'true' }, 'accepted'],
    [{ success: 'The cancel was asked for' }, 'accepted'],
    [{ success: 'Order cannot be canceled' }, 'rejected'],
    [{ success: 0 }, 'rejected'],
    [{ success: '' }, 'unknown'],
    [{ status: 'success' }, 'accepted'],
    [{ status: 'Canceled' }, 'accepted'],
    [{ data: { cancel: 1 } }, 'accepted'],
    [[{ cancel: 1 }], 'accepted'],
    [{ 9: { cancel: 1 } }, 'accepted'],
    [{ success: false, message: 'Hmm.' }, 'rejected'],
    [{ cancel: { error: 'Hmm.' } }, 'rejected'],
    [{ cancel: 'Order cannot be canceled' }, 'rejected'],
    [{ cancel: 0 }, 'unknown'],
    [{ success: null }, 'unknown'],
    [{ status: 'Pending' }, 'unknown'],
    [{}, 'unknown'],
  ])('by %j', async (body, kind) => {
    await using panel = await panelFor(body)
    expect(await panel.cancel(['9'])).toMatchObject([{ orderId: '9', kind }])
  })

  test('by a success that names none, for many, is unknown', async () => {
    await using panel = await panelFor({ success: true })
    expect(await panel.cancel(['8', '9'])).toMatchObject([{ kind: 'unknown' }, { kind: 'unknown' }])
  })
})

const service = {
  service: 1,
  name: 'A',
  type: 'Default',
  category: 'A',
  rate: '0.90',
  min: '50',
  max: '10000',
}

describe('a catalogue comes', () => {
  const second = { ...service, service: 2 }
  test.each([
    ['as a list', [service, second]],
    ['with gaps', { 0: service, 4: second }],
    ['by name', { services: [service, second] }],
    ['by name with gaps', { services: { 1: service, 3: second } }],
    ['in an envelope', { status: 'success', data: [service, second] }],
    ['in an envelope by name', { success: true, data: { services: [service, second] } }],
    ['in an envelope with gaps', { data: { services: { 1: service, 3: second } } }],
    ['with no error beside it', { error: 0, services: [service, second] }],
  ])('%s', async (_, body) => {
    await using panel = await panelFor(body)
    expect((await panel.services()).services.map(({ id }) => id)).toStrictEqual(['1', '2'])
  })

  test.each([[{}], [{ services: 5 }], [{ message: 'Thank you' }], ['[]{}']])('not as %j', async body => {
    await using panel = await panelFor(body)
    await expect(panel.services()).rejects.toMatchObject({ kind: 'unreadable' })
  })
})

test('a balance in an envelope is read, and words in its place are a refusal', async () => {
  await using panel = await panelFor({ status: 'success', data: { balance: '5.10', currency: 'USD' } })
  expect(await panel.balance()).toStrictEqual({ amount: '5.1', currency: 'USD' })
  await using other = await panelFor({ balance: 'Invalid API key' })
  await expect(other.balance()).rejects.toMatchObject({ kind: 'refused', rejection: { kind: 'invalid_key' } })
})

test('a charge that is a binary float stays the digits sent', async () => {
  await using panel = await panelFor('{"charge":0.07700000000000001,"status":"Completed"}')
  expect(await panel.statuses(['1'])).toMatchObject([{ charge: '0.07700000000000001' }])
})

test('an address without an API is no refusal of the upstream', async () => {
  await using panel = await panelFor(
    { type: 'about:blank', title: 'Not Found', status: 404, detail: 'Hmm.' },
    404,
  )
  await expect(panel.balance()).rejects.toMatchObject({ kind: 'http_status', httpStatus: 404 })
})
