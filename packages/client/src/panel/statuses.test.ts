import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, type ScriptedServer, scriptedServer } from '../../test/scripted-server.ts'
import { createPanelClient } from './create-panel-client.ts'

const row = { charge: '0.27819', start_count: '3572', status: 'Partial', remains: '157', currency: 'USD' }

function clientOf(server: ScriptedServer): ReturnType<typeof createPanelClient> {
  return createPanelClient({ apiKey, baseUrl: server.url, retry: { limit: 0 } })
}

function fieldsOf({ requests }: ScriptedServer): readonly object[] {
  return requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
}

function idsFrom(first: number, length: number): readonly string[] {
  return Array.from({ length }, (_, index) => String(first + index))
}

describe('status of one order', () => {
  test('is asked for by order, and read', async () => {
    await using server = await scriptedServer(answer(row))
    expect(await clientOf(server).status(' 23501 ')).toMatchObject({
      kind: 'found',
      orderId: '23501',
      state: 'partial',
      startCount: 3572,
      remains: 157,
      charge: '0.27819',
      currency: 'USD',
    })
    expect(fieldsOf(server)).toStrictEqual([{ key: apiKey, action: 'status', order: '23501' }])
  })

  test.each([
    ['null counts', { start_count: null, remains: null }, { startCount: undefined, remains: undefined }],
    ['numbers for texts', { charge: 0.08011655652, remains: 5 }, { charge: '0.08011655652', remains: 5 }],
    [
      'an unknown status, kept as it came',
      { status: 'In review' },
      { state: 'unknown', rawStatus: 'In review' },
    ],
  ])('reads %s', async (_, change, expected) => {
    await using server = await scriptedServer(answer({ ...row, ...change }))
    expect(await clientOf(server).status('1')).toMatchObject(expected)
  })

  test('keeps every digit of a charge that comes as a number', async () => {
    await using server = await scriptedServer(answer('{"charge":0.080116556520000000001,"status":"Pending"}'))
    expect((await clientOf(server).status('1')).charge).toBe('0.080116556520000000001')
  })

  test.each([
    [{ error: 'Incorrect order ID' }, 'refused'],
    [{ charge: '1' }, 'unreadable'],
    [[row], 'unreadable'],
  ])('of %j fails as %s', async (body, kind) => {
    await using server = await scriptedServer(answer(body))
    await expect(clientOf(server).status('1')).rejects.toMatchObject({ kind })
  })
})

describe('statuses of many orders', () => {
  test('are asked for by orders, and come in the order asked, with the errors of single ones', async () => {
    const body = { 1: row, 10: { error: 'Incorrect order ID' }, 100: { ...row, status: 'In progress' } }
    await using server = await scriptedServer(answer(body))
    const statuses = await clientOf(server).statuses(['100', '10', '7', '1'])
    expect(statuses).toMatchObject([
      { kind: 'found', orderId: '100', state: 'in_progress' },
      { kind: 'refused', orderId: '10', messages: [{ text: 'Incorrect order ID' }] },
      { kind: 'missing', orderId: '7' },
      { kind: 'found', orderId: '1', state: 'partial' },
    ])
    expect(fieldsOf(server)).toStrictEqual([{ key: apiKey, action: 'status', orders: '100,10,7,1' }])
  })

  test.each([
    [0, []],
    [1, [1]],
    [99, [99]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('of %i ids go in slices of 100', async (length, slices) => {
    await using server = await scriptedServer((response, request) => {
      const fields = new URLSearchParams(request.body)
      const ids = fields.get('orders')?.split(',') ?? []
      response.end(JSON.stringify(fields.has('order') ? row : Object.fromEntries(ids.map(id => [id, row]))))
    })
    const asked = idsFrom(1, length)
    const statuses = await clientOf(server).statuses(asked)
    expect(statuses.map(({ kind, orderId }) => [kind, orderId])).toStrictEqual(asked.map(id => ['found', id]))
    const sizes = server.requests.map(({ body }) => {
      const fields = new URLSearchParams(body)
      return (fields.get('orders') ?? fields.get('order'))?.split(',').length
    })
    expect(sizes.toSorted((a, b) => Number(b) - Number(a))).toStrictEqual(slices)
  })

  test('are asked for once where an id is given twice', async () => {
    await using server = await scriptedServer(answer({ a: row, b: row }))
    expect(await clientOf(server).statuses(['a', 'b', 'a'])).toMatchObject([
      { orderId: 'a', kind: 'found' },
      { orderId: 'b', kind: 'found' },
      { orderId: 'a', kind: 'found' },
    ])
    expect(fieldsOf(server)).toMatchObject([{ orders: 'a,b' }])
  })

  test.each([
    [
      'a list',
      [
        { order: 1, ...row },
        { order: '2', error: 'Incorrect order ID' },
      ],
    ],
    ['an object', { 1: row, 2: { error: 'Incorrect order ID' } }],
    ['errors in the place of the status', { 1: row, 2: { status: { error: 'Incorrect order ID' } } }],
  ])('are read from %s', async (_, body) => {
    await using server = await scriptedServer(answer(body))
    expect(await clientOf(server).statuses(['1', '2'])).toMatchObject([
      { kind: 'found' },
      { kind: 'refused' },
    ])
  })

  test.each([
    ['nothing at all, as a list', []],
    ['nothing at all, as an object', {}],
  ])('are missing where a panel answers with %s', async (_, body) => {
    await using server = await scriptedServer(answer(body))
    expect(await clientOf(server).statuses(['1', '2'])).toStrictEqual([
      { kind: 'missing', orderId: '1' },
      { kind: 'missing', orderId: '2' },
    ])
  })

  test.each([null, 'Completed', [], 5, { charge: '1' }])('are missing where one is %j', async item => {
    await using server = await scriptedServer(answer({ 1: row, 2: item }))
    expect(await clientOf(server).statuses(['1', '2'])).toMatchObject([
      { kind: 'found' },
      { kind: 'missing' },
    ])
  })

  test.each([
    [{ error: 'Invalid API key' }, 200, 'refused'],
    [{ error: 'Incorrect request' }, 200, 'refused'],
    [{ message: 'Thank you' }, 200, 'unreadable'],
    [{ 3: row }, 200, 'unreadable'],
    ['5', 200, 'unreadable'],
    [{ message: 'Server Error' }, 500, 'http_status'],
  ])('of %j with HTTP %i fail as %s', async (body, status, kind) => {
    await using server = await scriptedServer(answer(body, status))
    await expect(clientOf(server).statuses(['1', '2'])).rejects.toMatchObject({ kind })
  })
})

describe('statuses of a single id take the form for one', () => {
  test.each([
    [{ error: 'Incorrect order ID' }, 200, 'refused'],
    [{ error: 'Incorrect order ID' }, 404, 'refused'],
    [{ error: 'No such thing' }, 200, 'refused'],
  ])('where %j with HTTP %i is data', async (body, status, kind) => {
    await using server = await scriptedServer(answer(body, status))
    expect(await clientOf(server).statuses(['1'])).toMatchObject([{ kind, orderId: '1' }])
    expect(fieldsOf(server)).toMatchObject([{ order: '1' }])
  })

  test.each([
    [{ error: 'Invalid API key' }, 200],
    [{ error: 'Incorrect request' }, 200],
    [{ error: 'Too many requests' }, 429],
    [{ error: 'Internal error' }, 500],
  ])('where %j with HTTP %i is not about the order', async (body, status) => {
    await using server = await scriptedServer(answer(body, status))
    await expect(clientOf(server).statuses(['1'])).rejects.toMatchObject({ kind: 'refused' })
  })
})

test.each([['1,2'], [''], [' ']])('an id of %j is misuse, before anything is sent', async id => {
  await using server = await scriptedServer(answer({}))
  await expect(clientOf(server).status(id)).rejects.toThrow(TypeError)
  await expect(clientOf(server).statuses(['1', id])).rejects.toThrow(TypeError)
  await expect(clientOf(server).refillStatuses(['1', id])).rejects.toThrow(TypeError)
  await expect(clientOf(server).refill(['1', id])).rejects.toThrow(TypeError)
  await expect(clientOf(server).cancel(['1', id])).rejects.toThrow(TypeError)
  expect(server.requests).toStrictEqual([])
})
