import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, type ScriptedServer, type Step, scriptedServer } from '../../test/scripted-server.ts'
import type { Fetch } from '../transport/exchange.ts'
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

  test.each([
    ['In progress', { kind: 'found', state: 'in_progress', rawStatus: 'In progress', isFinal: false }],
    ['completed', { kind: 'found', state: 'completed', rawStatus: 'completed', isFinal: true }],
    ['Partially_Completed', { kind: 'found', state: 'partial', isFinal: true }],
    ['Hmm.', { kind: 'refused', messages: [{ id: undefined, text: 'Hmm.' }] }],
    ['Incorrect order ID', { kind: 'refused', messages: [{ id: undefined, text: 'Incorrect order ID' }] }],
    // As for a row that says nothing but "error".
    ['Error', { kind: 'refused', messages: [] }],
  ])('are read from the text %j in the place of an object', async (text, expected) => {
    await using server = await scriptedServer(
      answer({ 1: row, 2: text }),
      answer([row, text]),
      answer({ 2: text }),
      answer([text]),
    )
    const client = clientOf(server)
    expect((await client.statuses(['1', '2']))[1]).toMatchObject({ orderId: '2', ...expected })
    expect((await client.statuses(['1', '2']))[1]).toMatchObject({ orderId: '2', ...expected })
    expect(await client.statuses(['2'])).toMatchObject([{ orderId: '2', ...expected }])
    expect(await client.statuses(['2'])).toMatchObject([{ orderId: '2', ...expected }])
  })

  test.each([null, '', [], 5, { charge: '1' }])('are missing where one is %j', async item => {
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

test('statuses of 800 ids are asked for by four requests at once', async () => {
  const waiting: (() => void)[] = []
  const widths: number[] = []
  await using server = await scriptedServer((response, { body }) => {
    const ids = new URLSearchParams(body).get('orders')?.split(',') ?? []
    waiting.push(() => response.end(JSON.stringify(Object.fromEntries(ids.map(id => [id, row])))))
    if (waiting.length < 4) return
    widths.push(waiting.length)
    for (const end of waiting.splice(0)) end()
  })
  const statuses = await clientOf(server).statuses(idsFrom(1, 800))
  expect(statuses.every(({ kind }) => kind === 'found')).toBe(true)
  expect(widths).toStrictEqual([4, 4])
})

test('statuses that fail ask for nothing further', async () => {
  let calls = 0
  const fetch: Fetch = async () => {
    calls += 1
    return calls === 1 ? Response.json({ error: 'Invalid API key' }) : await new Promise<never>(() => {})
  }
  const panel = createPanelClient({ apiKey, baseUrl: 'https://panel.example/', fetch, timeoutMs: 1000 })
  await expect(panel.statuses(idsFrom(1, 800))).rejects.toMatchObject({ kind: 'refused' })
  // What a freed place would have started has begun by now.
  await new Promise(resolve => setImmediate(resolve))
  expect(calls).toBe(4)
})

const oddIds = ['12,13', '', ' ', '1 2', '1\n2', '\u0000', '\u202e5', 'x'.repeat(129)]

describe.each(oddIds.map(id => [id] as const))('an id of %j, which nothing can have,', odd => {
  test('costs none of the others, and is not asked about', async () => {
    await using server = await scriptedServer(
      answer(row),
      answer({ status: 'Completed' }),
      answer({ refill: 5 }),
      answer([{ order: 1, cancel: 1 }]),
    )
    const client = clientOf(server)
    const asked = ['1', odd]
    const given = odd.trim()
    expect(await client.statuses(asked)).toMatchObject([
      { kind: 'found' },
      { kind: 'missing', orderId: given },
    ])
    expect(await client.refillStatuses(asked)).toMatchObject([
      { kind: 'found' },
      { kind: 'missing', refillId: given },
    ])
    expect(await client.refill(asked)).toMatchObject([
      { kind: 'accepted' },
      { kind: 'not_sent', orderId: given },
    ])
    expect(await client.cancel(asked)).toMatchObject([
      { kind: 'accepted' },
      { kind: 'not_sent', orderId: given },
    ])
    const sent = fieldsOf(server).map(fields => Object.values(fields).at(-1))
    expect(sent).toStrictEqual(['1', '1', '1', '1'])
  })

  test('is misuse where it is asked for alone', async () => {
    await using server = await scriptedServer(answer(row))
    await expect(clientOf(server).status(odd)).rejects.toThrow(TypeError)
    await expect(clientOf(server).refillStatus(odd)).rejects.toThrow(TypeError)
    expect(server.requests).toStrictEqual([])
  })
})

test('ids that look like properties of every object are ids like others', async () => {
  const ids = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
  await using server = await scriptedServer(
    answer(`{"__proto__":${JSON.stringify(row)},"toString":{"error":"No."}}`),
  )
  expect(await clientOf(server).statuses(ids)).toMatchObject([
    { kind: 'missing', orderId: 'constructor' },
    { kind: 'found', orderId: '__proto__' },
    { kind: 'refused', orderId: 'toString' },
    { kind: 'missing', orderId: 'hasOwnProperty' },
  ])
})

const knownWords = answer({ error: 'Incorrect order ID' })

describe('a batch that is refused as a whole is asked for in parts', () => {
  /** A panel that answers a request with an unknown id by one refusal for all. */
  function panelThatKnows(known: (id: string) => boolean, refusal: Step): Step {
    return (response, request) => {
      const fields = new URLSearchParams(request.body)
      const ids = (fields.get('orders') ?? fields.get('order') ?? '').split(',')
      if (!ids.every(known)) refusal(response, request)
      else if (fields.has('order')) response.end(JSON.stringify(row))
      else response.end(JSON.stringify(Object.fromEntries(ids.map(id => [id, row]))))
    }
  }

  const refusals: readonly (readonly [string, Step])[] = [
    ['known words', answer({ error: 'Incorrect order ID' })],
    ['words that nobody knows', answer({ error: 'Hmm.' })],
    ['an envelope', answer({ status: 'error', message: 'Hmm.' })],
    ['HTTP 404 with words', answer({ message: 'No query results for model [App\\Order] 40' }, 404)],
    ['HTTP 404 with nothing', answer('', 404)],
    ['HTTP 400 with a page', answer('<html>', 400)],
    ['HTTP 403', answer({ error: 'This order is not yours' }, 403)],
    ['HTTP 422', answer({ message: 'The selected orders is invalid.', errors: { orders: ['x'] } }, 422)],
    ['HTTP 418', answer('I am a teapot', 418)],
    ['HTTP 500 in known words', answer({ error: 'Incorrect order ID' }, 500)],
  ]

  test.each(refusals)('by %s: one unknown id costs none of the other 99', async (_, refusal) => {
    await using server = await scriptedServer(panelThatKnows(id => id !== '40', refusal))
    const statuses = await clientOf(server).statuses(idsFrom(1, 100))
    expect(statuses.map(({ kind }) => kind)).toStrictEqual(
      idsFrom(1, 100).map(id => (id === '40' ? 'refused' : 'found')),
    )
    expect(server.requests.length).toBeLessThanOrEqual(15)
  })

  test('and any number of unknown ids, within twice as many requests as ids', async () => {
    const isKnown = (id: string): boolean => Number(id) % 7 !== 0 && Number(id) > 20
    await using server = await scriptedServer(
      panelThatKnows(isKnown, answer({ error: 'Incorrect order ID' })),
    )
    const statuses = await clientOf(server).statuses(idsFrom(1, 100))
    expect(statuses.map(({ kind }) => kind)).toStrictEqual(
      idsFrom(1, 100).map(id => (isKnown(id) ? 'found' : 'refused')),
    )
    expect(server.requests.length).toBeLessThanOrEqual(203)
  })

  test.each([
    ['known words: then all are refused', knownWords, 11],
    ['words that nobody knows: then the call fails', answer({ error: 'Hmm.' }, 403), 11],
    ['words about the key: then it fails at once', answer({ error: 'Invalid API key' }), 1],
    ['HTTP 401', answer({ error: 'Hmm.' }, 401), 1],
    ['HTTP 429', answer({ error: 'Hmm.' }, 429), 1],
    ['HTTP 500', answer('', 500), 1],
  ])('until it is clear that none is answered, by %s', async (_, refusal, requests) => {
    await using server = await scriptedServer(refusal)
    const outcome = await clientOf(server)
      .statuses(idsFrom(1, 100))
      .then(
        statuses => [...new Set(statuses.map(({ kind }) => kind))],
        () => 'failed',
      )
    expect(outcome).toStrictEqual(requests === 11 && refusal === knownWords ? ['refused'] : 'failed')
    expect(server.requests).toHaveLength(requests)
  })

  test('and keeps what was answered where the panel stops answering', async () => {
    const answers = panelThatKnows(id => id !== '40', answer({ error: 'Hmm.' }))
    const after = (count: number): readonly Step[] => Array.from({ length: count }, () => answers)
    await using server = await scriptedServer(answers, ...after(2), answer('', 500))
    const kinds = (await clientOf(server).statuses(idsFrom(1, 100))).map(({ kind }) => kind)
    expect(kinds).toStrictEqual(idsFrom(1, 100).map(id => (Number(id) <= 50 ? 'refused' : 'found')))
  })

  test('of refills too', async () => {
    await using server = await scriptedServer((response, request) => {
      const ids = new URLSearchParams(request.body).get('refills')?.split(',') ?? ['3']
      if (ids.includes('3')) response.writeHead(404).end()
      else response.end(JSON.stringify(ids.map(refill => ({ refill, status: 'Canceled' }))))
    })
    expect(await clientOf(server).refillStatuses(['1', '2', '3', '4'])).toMatchObject([
      { kind: 'found', state: 'canceled', isFinal: true },
      { kind: 'found' },
      { kind: 'refused', refillId: '3' },
      // A single id is asked for as `refill`, which this panel does not know.
      { kind: 'refused', refillId: '4' },
    ])
  })
})
