import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { createMockServer, mockPanelKey, mockQqtubeKey } from '../src/index.ts'
import { ask, askPanel, order, panelOrder } from './ask.ts'
import { control } from './control.ts'
import { describedAt, judgeOf, openapiDocument, operationsOf, pascal } from './openapi.ts'

describe.each(['control', 'qqtube', 'panel'] as const)('the OpenAPI document of %s', name => {
  it('is one', async () => {
    await using server = await createMockServer()
    const document = await openapiDocument(server, name)
    expect(document.openapi).toBe('3.1.0')
    expect(await new Validator().validate(structuredClone({ ...document }))).toEqual({ valid: true })
  })

  it('leads nowhere but into itself', async () => {
    await using server = await createMockServer()
    const document = await openapiDocument(server, name)
    const judge = judgeOf(document)
    const references = [...JSON.stringify(document).matchAll(/"#(\/components\/schemas\/[^"]+)"/g)].map(
      ([, to = '']) => to,
    )
    expect(references.length).toBeGreaterThan(3)
    for (const pointer of new Set(references)) {
      expect(judge(pointer, undefined).filter(problem => problem.startsWith('The document'))).toEqual([])
    }
  })
})

interface Exchange {
  readonly method: string
  /** As the document has it, from `/__mock` on. */
  readonly path: string
  readonly query?: string
  readonly body?: unknown
  readonly status: number
}

/** Every operation once, in an order that makes sense; then what goes wrong. */
const exchanges: readonly Exchange[] = [
  { method: 'GET', path: '/clock', status: 200 },
  { method: 'POST', path: '/clock/hold', status: 200 },
  { method: 'POST', path: '/clock/advance', body: { duration: '10m' }, status: 200 },
  { method: 'POST', path: '/clock/run', body: { rate: 2 }, status: 200 },
  { method: 'GET', path: '/accounts', status: 200 },
  { method: 'POST', path: '/accounts', body: { key: 'mock-key-of-a-test' }, status: 200 },
  { method: 'GET', path: '/accounts/qqtube-2', status: 200 },
  { method: 'PUT', path: '/accounts/qqtube-2/funds', body: { funds: '5.5' }, status: 200 },
  { method: 'GET', path: '/orders', query: '?upstream=panel&limit=1', status: 200 },
  { method: 'GET', path: '/orders/123456', status: 200 },
  { method: 'PUT', path: '/orders/123456/status', body: { status: 19 }, status: 200 },
  {
    method: 'PUT',
    path: '/orders/123457/behaviour',
    body: { behaviour: 'polls: 3, partial at 40 %' },
    status: 200,
  },
  { method: 'POST', path: '/orders/123456/refund', body: {}, status: 200 },
  { method: 'POST', path: '/behaviours', body: { behaviour: 'canceled', nth: 3, service: '1' }, status: 200 },
  { method: 'GET', path: '/behaviours', status: 200 },
  { method: 'DELETE', path: '/behaviours', status: 204 },
  { method: 'GET', path: '/refills', status: 200 },
  { method: 'PUT', path: '/refills/1/status', body: { status: 'Rejected' }, status: 200 },
  { method: 'GET', path: '/catalogue/panel', status: 200 },
  { method: 'PUT', path: '/catalogue/panel', body: [{ service: 1 }, 5], status: 200 },
  {
    method: 'POST',
    path: '/answers',
    body: { action: 'stats', patch: { note: 'x' }, times: 2 },
    status: 200,
  },
  { method: 'POST', path: '/answers', body: { body: 1, patch: 2 }, status: 422 },
  { method: 'GET', path: '/answers', status: 200 },
  { method: 'DELETE', path: '/answers/1', status: 204 },
  { method: 'DELETE', path: '/answers/1', status: 404 },
  { method: 'DELETE', path: '/answers', status: 204 },
  { method: 'PUT', path: '/dialect', body: { dialect: 'laravel' }, status: 200 },
  { method: 'GET', path: '/dialect', status: 200 },
  { method: 'GET', path: '/fault-kinds', status: 200 },
  { method: 'POST', path: '/faults', body: { fault: 'held', when: 'before', times: 3 }, status: 200 },
  { method: 'GET', path: '/faults', status: 200 },
  { method: 'DELETE', path: '/faults/1', status: 204 },
  { method: 'DELETE', path: '/faults', status: 204 },
  { method: 'GET', path: '/request-log', query: '?after=1&limit=5', status: 200 },
  { method: 'GET', path: '/request-log/count', query: '?action=add&fields[quantity]=1000', status: 200 },
  { method: 'GET', path: '/request-log/count', query: '?fields[api_key]=x', status: 422 },
  { method: 'GET', path: '/request-log/wait', query: '?fields[api_key]=x', status: 422 },
  { method: 'GET', path: '/request-log/wait', query: '?action=add', status: 200 },
  {
    method: 'POST',
    path: '/request-log/verify',
    body: { action: 'add', fields: { quantity: '1000' }, times: 1 },
    status: 204,
  },
  { method: 'POST', path: '/request-log/verify', body: { action: 'add', times: 3 }, status: 409 },
  { method: 'POST', path: '/request-log/find', body: { quantity: { atLeast: 1 }, limit: 5 }, status: 200 },
  { method: 'POST', path: '/request-log/wait', body: { link: { like: 'https://*' } }, status: 200 },
  { method: 'POST', path: '/request-log/wait', body: { action: 'none', timeoutMs: 0 }, status: 404 },
  { method: 'POST', path: '/request-log/verify-order', body: { requests: [{ action: 'add' }] }, status: 204 },
  {
    method: 'POST',
    path: '/request-log/verify-order',
    body: { requests: [{ action: 'add' }, { action: 'cancel' }] },
    status: 409,
  },
  { method: 'DELETE', path: '/request-log', status: 204 },
  { method: 'GET', path: '/health', status: 200 },
  { method: 'GET', path: '/request-log/har', status: 200 },
  { method: 'GET', path: '/request-log/curl', status: 200 },
  { method: 'POST', path: '/verify-end', status: 204 },
  { method: 'POST', path: '/faults', body: { fault: 'reset', action: 'stats' }, status: 200 },
  { method: 'POST', path: '/verify-end', status: 409 },
  { method: 'POST', path: '/reset', status: 204 },
  { method: 'POST', path: '/clock/advance', body: {}, status: 400 },
  { method: 'POST', path: '/clock/advance', body: { duration: 'soon' }, status: 422 },
  { method: 'GET', path: '/orders/1', status: 404 },
  { method: 'GET', path: '/request-log/wait', query: '?timeoutMs=0', status: 404 },
]

describe('control over HTTP', () => {
  it('documents what stands in a query as what it is read as', async () => {
    await using server = await createMockServer()
    const text = JSON.stringify(await openapiDocument(server, 'control'))
    const { paths } = JSON.parse(text)
    const parameters = new Map<string, unknown>(
      paths['/__mock/request-log'].get.parameters.map((parameter: { name: string }) => [
        parameter.name,
        parameter,
      ]),
    )
    expect(parameters.get('limit')).toEqual({
      name: 'limit',
      in: 'query',
      required: false,
      schema: {
        type: 'integer',
        minimum: 1,
        maximum: 100_000,
        description: 'At most so many, the latest ones.',
      },
    })
    const bodies = ['/clock/run', '/clock/advance', '/catalogue/{upstream}', '/orders/{id}/refund'].map(
      path => {
        const [operation] = Object.values<{ requestBody: { required: boolean } }>(
          paths[`/__mock${path}`],
        ).slice(-1)
        return operation?.requestBody.required
      },
    )
    expect(bodies).toEqual([false, true, true, false])
    expect(parameters.get('hasSuggestions')).toMatchObject({ schema: { type: 'boolean' } })
    expect(parameters.get('fields')).toMatchObject({
      style: 'deepObject',
      explode: true,
      schema: { type: 'object' },
    })
  })

  it('answers every operation as the document says', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    await ask(server, 'POST', order)
    await askPanel(server, panelOrder)
    server.control.clock.advance('1h')
    await askPanel(server, { action: 'refill', order: '123457' })
    server.control.faults.add({ fault: 'error-500', action: 'stats', probability: 0.5 })
    await fetch(`${server.url}/v1-api?action=stats`)
    server.control.faults.clear()
    const document = await openapiDocument(server, 'control')
    const judge = judgeOf(document)
    const used: string[] = []
    for (const { method, path, query = '', body, status } of exchanges) {
      const title = `${method} ${path}`
      const answer = await control(server, method, path + query, body)
      expect([title, answer.status, answer.text]).toEqual([title, status, answer.text])
      const described = describedAt(document, method, `/__mock${path}`)
      if (described === undefined) throw new TypeError(`The document does not have ${title}`)
      used.push(described.operation)
      if (status === 204) expect(answer.text).toBe('')
      else {
        const pointer = described.schemaFor(status, answer.contentType ?? '') ?? 'none'
        expect([title, judge(pointer, answer.body)]).toEqual([title, []])
      }
    }
    expect([...new Set(used)].sort()).toEqual([...operationsOf(document)].sort())
  })

  it('is held against the document in earnest: what it does not describe is seen', async () => {
    await using server = await createMockServer()
    const judge = judgeOf(await openapiDocument(server, 'control'))
    const clock = { now: '2026-01-01T00:00:00.000Z', milliseconds: 1, rate: 1 }
    expect(judge('/components/schemas/Clock', clock)).toEqual([])
    expect(judge('/components/schemas/Clock', { ...clock, zone: 'UTC' })).toHaveLength(1)
    expect(judge('/components/schemas/Clock', { ...clock, rate: -1 })).toHaveLength(1)
    expect(judge('/components/schemas/Clock', { now: 'noon' })).toHaveLength(3)
    expect(judge('/components/schemas/None', {})).toHaveLength(1)
  })
})

type Fields = Readonly<Record<string, string>>

/** Every action, in each of the forms that its answer can have. */
const qqtubeExchanges: readonly (readonly ['GET' | 'POST', string, Fields])[] = [
  ['POST', 'Add', order],
  ['POST', 'Add', { ...order, id_service: '54', quantity: '10000' }],
  ['GET', 'Stats', { action: 'stats', id_service_submission: '123456' }],
  ['GET', 'Stats', { action: 'stats', id_service_submission: '123457' }],
  ['POST', 'Submissions', { action: 'submissions', limit: '10' }],
  ['GET', 'Funds', { action: 'funds' }],
  ['GET', 'Services', { action: 'services' }],
]

const panelExchanges: readonly (readonly [string, Fields])[] = [
  ['Add', panelOrder],
  ['Status', { action: 'status', order: '123456' }],
  ['Status', { action: 'status', orders: '123456,1' }],
  ['Refill', { action: 'refill', order: '123456' }],
  ['Refill', { action: 'refill', orders: '123456,1' }],
  ['RefillStatus', { action: 'refill_status', refill: '1' }],
  ['RefillStatus', { action: 'refill_status', refills: '1,2' }],
  ['Cancel', { action: 'cancel', orders: '123456,1' }],
  ['Balance', { action: 'balance' }],
  ['Services', { action: 'services' }],
]

describe('the APIs', () => {
  it('QQTube: every action is asked and answered as the document says, and every error is its error', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const document = await openapiDocument(server, 'qqtube')
    const judge = judgeOf(document)
    for (const [method, name, fields] of qqtubeExchanges) {
      const { body } = await ask(server, method, fields)
      if (name === 'Add' && fields.id_service === '1') server.control.orders.refund('123456', '1.5')
      server.control.clock.advance('1m')
      expect([fields, judge(`/components/schemas/${name}Answer`, body)]).toEqual([fields, []])
      const sent = { api_key: mockQqtubeKey, ...fields }
      expect([fields, judge(`/components/schemas/${name}Request`, sent)]).toEqual([fields, []])
      const described = describedAt(document, method, '/v1-api')
      expect(judge(described?.schemaFor(200, 'application/json') ?? 'none', body)).toEqual([])
      const { body: rejection } = await ask(server, method, { ...fields, api_key: 'wrong' })
      expect(judge('/components/schemas/Error', rejection)).toEqual([])
    }
    const { body } = await ask(server, 'GET', { action: 'add' })
    expect(judge('/components/schemas/Error', body)).toEqual([])
    expect(Object.keys(document['x-actions'] ?? {})).toHaveLength(5)
  })

  it('panel: every action is asked and answered as the document says, and every error is its error', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const document = await openapiDocument(server, 'panel')
    const judge = judgeOf(document)
    for (const [name, fields] of panelExchanges) {
      const { body } = await askPanel(server, fields)
      server.control.clock.advance('10m')
      expect([fields, judge(`/components/schemas/${name}Answer`, body)]).toEqual([fields, []])
      const sent = { key: mockPanelKey, ...fields }
      expect([fields, judge(`/components/schemas/${name}Request`, sent)]).toEqual([fields, []])
      const described = describedAt(document, 'POST', '/api/v2')
      expect(judge(described?.schemaFor(200, 'application/json') ?? 'none', body)).toEqual([])
      const { body: rejection } = await askPanel(server, { ...fields, key: 'wrong' })
      expect(judge('/components/schemas/Error', rejection)).toEqual([])
    }
    expect(Object.keys(document['x-actions'] ?? {})).toHaveLength(7)
  })
})

/** Every end that an order can have, and every progress mode. */
const behaviours = [
  ...[
    'timed',
    'immediate',
    'polls: 2',
    'partial at 40 %',
    'canceled',
    'error 5',
    'error',
    'refunded',
    'stuck',
  ],
  ...['immediate, partial at 0 %', 'polls: 3, canceled at 50 %'],
] as const

describe('every answer of a long story', () => {
  it('fits the schema of its action, or that of an error', async () => {
    await using server = await createMockServer({ clock: { isHeld: true }, requestLogLimit: 10_000 })
    const { clock, requestLog, behaviours: rules, orders } = server.control
    for (const behaviour of behaviours) {
      rules.add({ behaviour, times: 4 })
      await ask(server, 'POST', { ...order, quantity: '1000' })
      await ask(server, 'POST', { ...order, quantity: '10000', id_service: '54' })
      await askPanel(server, panelOrder)
      await askPanel(server, { ...panelOrder, service: '3', quantity: '100', runs: '3', interval: '2' })
    }
    await askPanel(server, {
      action: 'add',
      service: '39',
      username: 'someone',
      min: '20',
      max: '50',
      posts: '2',
    })
    await ask(server, 'POST', { action: 'add', id_service: 'x' })
    await askPanel(server, { ...panelOrder, quantity: '1' })
    for (let round = 0; round < 5; round += 1) {
      const idsOf = (upstream: 'qqtube' | 'panel'): readonly string[] =>
        orders.list({ upstream }).map(({ id }) => id)
      for (const id of idsOf('qqtube'))
        await ask(server, 'GET', { action: 'stats', id_service_submission: id })
      for (const id of idsOf('panel')) await askPanel(server, { action: 'status', order: id })
      const all = idsOf('panel').join(',')
      for (const action of ['status', 'refill', 'cancel'])
        await askPanel(server, { action, orders: `${all},x` })
      await askPanel(server, { action: 'refill_status', refills: '1,2,3,99' })
      await ask(server, 'POST', { action: 'submissions' })
      await ask(server, 'GET', { action: 'stats', id_service_submission: 'x' })
      clock.advance('90s')
    }

    const judges = {
      qqtube: judgeOf(await openapiDocument(server, 'qqtube')),
      panel: judgeOf(await openapiDocument(server, 'panel')),
    } as const
    const misfits = requestLog.list().flatMap(({ upstream, action, answer, fields }) => {
      if (upstream === undefined || answer === undefined) return [['not carried out', fields]]
      const body: unknown = JSON.parse(answer.body)
      const judge = judges[upstream]
      if (judge('/components/schemas/Error', body).length === 0) return []
      const issues = judge(`/components/schemas/${pascal(action)}Answer`, body)
      return issues.length === 0 ? [] : [[fields, body, issues]]
    })
    expect(misfits).toEqual([])
    expect(new Set(orders.list().map(({ state }) => state))).toEqual(
      new Set(['completed', 'in_progress', 'partial', 'canceled', 'refunded', 'failed']),
    )
    expect(requestLog.count()).toBeGreaterThan(200)
  })
})
