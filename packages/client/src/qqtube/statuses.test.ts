import { describe, expect, test } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, type ScriptedServer, type SeenRequest, scriptedServer } from '../../test/scripted-server.ts'
import { RefusedError } from '../errors/answer-errors.ts'
import type { Fetch } from '../transport/exchange.ts'
import type { OrderStatus } from '../upstream/order-status.ts'
import { createQqtubeClient } from './create-qqtube-client.ts'

interface Row {
  readonly id_service_submission: number
  readonly id_service: number
  readonly id_status: number
}

const details = { start_count: 0, current_count: 10, wanted_count: 100, total_cost: '1.00' }

/** An upstream with these orders, newest first. */
async function upstreamWith(rows: readonly Row[]): Promise<ScriptedServer> {
  return await scriptedServer((response, request) => response.end(JSON.stringify(answerTo(request, rows))))
}

function answerTo({ method, url, body }: SeenRequest, rows: readonly Row[]): unknown {
  const fields = new URLSearchParams(method === 'GET' ? url.split('?')[1] : body)
  const id = fields.get('id_service_submission')
  const index = rows.findIndex(row => String(row.id_service_submission) === id)
  if (fields.get('action') === 'submissions') {
    return rows.slice(index + 1, index + 1 + Number(fields.get('limit'))).map(row => ({ ...row, ...details }))
  }
  const row = rows[index]
  if (row === undefined)
    return { status: 'error', messages: [{ id: 1, message: 'Submission does not exist.' }] }
  const sent = row.id_service === 54 ? 60 : null
  return { ...row, ...details, status: { id_status: row.id_status }, sent_count: sent }
}

async function ask(server: ScriptedServer, ids: readonly string[]): Promise<readonly OrderStatus[]> {
  return await createQqtubeClient({ apiKey, baseUrl: server.url }).statuses(ids)
}

/** The newest first, counted down from `newest`. */
function rowsFrom(newest: number, length: number, change: Partial<Row> = {}): readonly Row[] {
  return Array.from({ length }, (_, index) => ({
    id_service_submission: newest - index,
    id_service: 3,
    id_status: 2,
    ...change,
  }))
}

function ids(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}

/** Orders that are far from each other, and from the newest. */
function scattered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(1 + index * 2000))
}

function requestsOf({ requests }: ScriptedServer): { readonly pages: number; readonly stats: number } {
  const pages = requests.filter(({ method }) => method === 'POST').length
  return { pages, stats: requests.length - pages }
}

describe('statuses come in the fewest requests:', () => {
  test.each([
    ['none for no order', 600, [], { pages: 0, stats: 0 }],
    ['three stats for three orders', 600, ids(1, 3), { pages: 0, stats: 3 }],
    ['one page for four orders', 600, ids(597, 600), { pages: 1, stats: 0 }],
    ['one page for 500 orders', 500, ids(1, 500), { pages: 1, stats: 0 }],
    ['two pages for 501 orders', 501, ids(1, 501), { pages: 2, stats: 0 }],
    [
      'a page for neighbours far behind, of which stats tells the first',
      10_000,
      ids(1, 4),
      { pages: 2, stats: 1 },
    ],
    ['two pages for what is less than a page behind', 1000, ids(300, 600), { pages: 2, stats: 0 }],
    [
      'a page for each of two groups that are far apart',
      10_000,
      [...ids(1, 40), ...ids(5001, 5040)],
      { pages: 3, stats: 2 },
    ],
    ['two pages for 600 neighbours far behind', 100_000, ids(1001, 1600), { pages: 3, stats: 1 }],
    ['stats for what is far behind the rest', 10_000, [...ids(9990, 10_000), '1'], { pages: 1, stats: 1 }],
    ['stats once pages cost too much', 100_000, scattered(25), { pages: 4, stats: 25 }],
    ['one request for an order that is asked for twice', 600, ['1', '1'], { pages: 0, stats: 1 }],
  ])('%s', async (_, size, asked, requests) => {
    await using server = await upstreamWith(rowsFrom(size, size))
    const statuses = await ask(server, asked)
    expect(statuses.map(({ orderId }) => orderId)).toStrictEqual(asked)
    expect(statuses.every(({ kind }) => kind === 'found')).toBe(true)
    expect(requestsOf(server)).toStrictEqual(requests)
  })

  test('stats for views in progress, whose completion only sent_count tells', async () => {
    const rows = [
      ...rowsFrom(10, 1, { id_service: 54 }),
      ...rowsFrom(9, 1, { id_service: 54, id_status: 1 }),
      ...rowsFrom(8, 4),
    ]
    await using server = await upstreamWith(rows)
    const statuses = await ask(server, ['10', '9', '8', '7'])
    expect(requestsOf(server)).toStrictEqual({ pages: 1, stats: 1 })
    expect(
      statuses.map(status => (status.kind === 'found' ? [status.state, status.progress] : status)),
    ).toStrictEqual([
      ['in_progress', 0.6],
      ['completed', 1],
      ['in_progress', 0.1],
      ['in_progress', 0.1],
    ])
  })

  test('stats for refunded orders, whose refund a row does not tell', async () => {
    await using server = await upstreamWith([...rowsFrom(10, 1, { id_status: 8 }), ...rowsFrom(9, 4)])
    await ask(server, ids(7, 10))
    expect(requestsOf(server)).toStrictEqual({ pages: 1, stats: 1 })
  })
})

test('an order that is out of turn behind a leap is asked for, and not taken for missing', async () => {
  const behind = [...rowsFrom(9000, 8000), ...rowsFrom(40, 5), ...rowsFrom(34, 34)]
  const rows = [...rowsFrom(10_000, 600), ...rowsFrom(35, 1), ...behind]
  await using server = await upstreamWith(rows)
  const statuses = await ask(server, ['10000', ...ids(30, 40)])
  expect(statuses.every(({ kind }) => kind === 'found')).toBe(true)
})

test('pages are read in turn if an order has no number', async () => {
  await using server = await upstreamWith(rowsFrom(2000, 2000))
  expect((await ask(server, [...ids(1, 40), 'x'])).filter(({ kind }) => kind === 'found')).toHaveLength(40)
  expect(requestsOf(server)).toStrictEqual({ pages: 4, stats: 1 })
})

describe('an order that the upstream does not know', () => {
  test('is refused by stats, beside the others', async () => {
    await using server = await upstreamWith(rowsFrom(10, 10))
    const statuses = await ask(server, ['99', '1'])
    expect(statuses[0]).toStrictEqual({
      kind: 'refused',
      orderId: '99',
      messages: [{ id: '1', text: 'Submission does not exist.' }],
    })
    expect(statuses[1]?.kind).toBe('found')
  })

  test('is missing where the whole list does not hold it, and is not asked for again', async () => {
    await using server = await upstreamWith(rowsFrom(10, 10))
    const statuses = await ask(server, ['99', '1', '2', '3'])
    expect(statuses[0]).toStrictEqual({ kind: 'missing', orderId: '99' })
    expect(requestsOf(server)).toStrictEqual({ pages: 1, stats: 0 })
  })
})

test('a wrong key is no fault of an order: the whole call fails', async () => {
  await using server = await scriptedServer(response =>
    response.end(JSON.stringify({ status: 'error', messages: [{ id: 5, message: 'Invalid API key' }] })),
  )
  await expect(ask(server, ['1', '2'])).rejects.toBeInstanceOf(RefusedError)
})

test('an id that no order can have costs none of the others, and is not asked about', async () => {
  await using server = await upstreamWith(rowsFrom(10, 10))
  expect(await ask(server, ['1', '', '2,3', '\u0000'])).toMatchObject([
    { kind: 'found', orderId: '1' },
    { kind: 'missing', orderId: '' },
    { kind: 'missing', orderId: '2,3' },
    { kind: 'missing', orderId: '\u0000' },
  ])
  expect(requestsOf(server)).toStrictEqual({ pages: 0, stats: 1 })
})

describe('an order that stats answers for by', () => {
  test.each([
    ['HTTP 404 with nothing', answer('', 404)],
    ['HTTP 403 in words that nobody knows', answer({ error: 'Hmm.' }, 403)],
    ['HTTP 422', answer({ message: 'The given data was invalid.' }, 422)],
    ['an envelope', answer({ success: false, message: 'Hmm.' })],
  ])('%s costs none of the others', async (_, refusal) => {
    await using server = await scriptedServer((response, request) => {
      if (request.url.includes('id_service_submission=2')) refusal(response, request)
      else response.end('{"status":{"id_status":2}}')
    })
    expect(await ask(server, ['1', '2', '3'])).toMatchObject([
      { kind: 'found' },
      { kind: 'refused', orderId: '2' },
      { kind: 'found' },
    ])
  })

  test('HTTP 403 for each of them is no fault of an order: the whole call fails', async () => {
    await using server = await scriptedServer(answer('', 403))
    await expect(ask(server, ['1', '2'])).rejects.toMatchObject({ kind: 'http_status', httpStatus: 403 })
  })
})

test('orders lists the account, page after page, in the common form', async () => {
  await using server = await upstreamWith([...rowsFrom(501, 500), ...rowsFrom(1, 1, { id_status: 19 })])
  const listed = []
  for await (const order of createQqtubeClient({ apiKey, baseUrl: server.url }).orders()) listed.push(order)
  expect(listed.map(({ orderId }) => orderId)).toStrictEqual(ids(1, 501).toReversed())
  expect(listed.at(-1)).toStrictEqual({
    kind: 'found',
    orderId: '1',
    state: 'stopped',
    rawStatus: 'Stopped',
    isFinal: false,
    startCount: 0,
    currentCount: 10,
    wantedCount: 100,
    remains: 90,
    progress: 0.1,
    charge: '1',
    refund: undefined,
    currency: undefined,
    serviceId: '3',
    target: undefined,
    createdAt: undefined,
  })
})

test('orders can begin behind an order', async () => {
  await using server = await upstreamWith(rowsFrom(3, 3))
  const upstream = createQqtubeClient({ apiKey, baseUrl: server.url })
  const listed = []
  for await (const { orderId } of upstream.orders({ before: '3' })) listed.push(orderId)
  expect(listed).toStrictEqual(['2', '1'])
})

test('statuses that fail ask for nothing further', async () => {
  const rows = rowsFrom(8, 8, { id_service: 54 }).map(row => ({ ...row, ...details }))
  let calls = 0
  const fetch: Fetch = async () => {
    calls += 1
    if (calls === 1) return Response.json(rows)
    const refusal = { status: 'error', messages: [{ id: 1, message: 'Invalid API key' }] }
    return calls === 2 ? Response.json(refusal) : await new Promise<never>(() => {})
  }
  const qqtube = createQqtubeClient({ apiKey, fetch, timeoutMs: 1000 })
  await expect(qqtube.statuses(ids(1, 8))).rejects.toMatchObject({ kind: 'refused' })
  // What a freed place would have started has begun by now.
  await new Promise(resolve => setImmediate(resolve))
  expect(calls).toBe(1 + 4)
})
