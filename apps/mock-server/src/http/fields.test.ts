import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { order, reply } from '../../test/ask.ts'
import { createMockServer, type MockServer, mockPanelKey, mockQqtubeKey } from '../server.ts'

let server: MockServer
beforeAll(async () => {
  server = await createMockServer({
    accounts: [
      { key: mockQqtubeKey, funds: '1000000' },
      { upstream: 'panel', key: mockPanelKey },
    ],
  })
})
afterAll(() => server.close())

const fields = { api_key: mockQqtubeKey, ...order }
const query = new URLSearchParams(fields)
const json = { 'Content-Type': 'application/json' }

function multipart(entries: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, text] of Object.entries(entries)) form.append(name, text)
  return form
}

describe('an order is read from', () => {
  it.each<[string, string, RequestInit]>([
    ['a form', '/v1-api', { body: query }],
    [
      'a form with a charset in capitals',
      '/v1-api',
      {
        body: String(query),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      },
    ],
    ['multipart', '/v1-api', { body: multipart(fields) }],
    ['JSON', '/v1-api', { body: JSON.stringify(fields), headers: json }],
    [
      'JSON with numbers',
      '/v1-api',
      { body: JSON.stringify({ ...fields, quantity: 20000, id_service: 1 }), headers: json },
    ],
    ['the query', `/v1-api?${query}`, {}],
    [
      'query and form together',
      `/v1-api?api_key=${mockQqtubeKey}&action=add`,
      { body: new URLSearchParams(order) },
    ],
    ['query and JSON together', '/v1-api?action=add', { body: JSON.stringify(fields), headers: json }],
    ['a path with a slash behind', '/v1-api/', { body: query }],
    ['a path with two slashes before', '//v1-api', { body: query }],
    [
      'a form whose unset fields are empty',
      '/v1-api',
      { body: new URLSearchParams({ ...fields, share_type: '', drip: '' }) },
    ],
    [
      'a form whose unset fields are the word undefined',
      '/v1-api',
      { body: new URLSearchParams({ ...fields, share_type: 'undefined' }) },
    ],
    [
      'JSON whose unset fields are null',
      '/v1-api',
      { body: JSON.stringify({ ...fields, share_type: null }), headers: json },
    ],
    [
      'a form that repeats a field, the last of which counts',
      '/v1-api',
      { body: `quantity=7&${query}`, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    ],
    [
      'multipart that repeats a field, the last of which counts',
      '/v1-api',
      { body: repeated(['quantity', '7'], ...Object.entries(fields)) },
    ],
    ['query and multipart together', '/v1-api/?action=add', { body: multipart(fields) }],
    ['a form whose field wins over the same in the query', '/v1-api?quantity=7', { body: query }],
    [
      'a query whose field stays where the form has it blank',
      '/v1-api?quantity=20000',
      { body: new URLSearchParams({ ...fields, quantity: '' }) },
    ],
  ])('%s', async (_, path, init) => {
    const { status, body } = await reply(await fetch(server.url + path, { method: 'POST', ...init }))
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'success', wanted_count: 20000 })
  })
})

describe('a body that cannot be read gets an error in the form of the API', () => {
  const large = 'x'.repeat(1024 * 1024 + 1)
  const tooDeep = 'The JSON body is nested too deeply.'
  const deep = (depth: number): RequestInit => ({
    body: `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`,
    headers: json,
  })
  const tooMany = 'The request has more than 1,000 fields.'
  const longName = 'A field has a name of more than 1,000 characters.'
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const many = (count: number): Readonly<Record<string, string>> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, '1']))
  it.each<[string, number, string, RequestInit]>([
    ['broken JSON', 400, 'The body is no JSON.', { body: '{"api_key":', headers: json }],
    ['a JSON list', 400, 'The JSON body is no object.', { body: '[1]', headers: json }],
    ['a JSON number', 400, 'The JSON body is no object.', { body: '7', headers: json }],
    [
      'JSON over the limit',
      413,
      'The body is too large.',
      { body: JSON.stringify({ large }), headers: json },
    ],
    ['a form over the limit', 413, 'The body is too large.', { body: new URLSearchParams({ large }) }],
    ['multipart over the limit', 413, 'The body is too large.', { body: multipart({ large }) }],
    [
      'multipart that is too large only in all',
      413,
      'The body is too large.',
      { body: multipart({ one: large.slice(0, 600_000), other: large.slice(0, 600_000) }) },
    ],
    ['a form of too many fields', 400, tooMany, { body: new URLSearchParams(many(1001)) }],
    ['JSON of too many fields', 400, tooMany, { body: JSON.stringify(many(1001)), headers: json }],
    ['multipart of too many fields', 400, tooMany, { body: multipart(many(1001)) }],
    ['a form of 500,000 fields', 400, tooMany, { body: 'a&'.repeat(500_000), headers: form }],
    [
      'a form with too long a name',
      400,
      longName,
      { body: new URLSearchParams({ ['n'.repeat(1001)]: '1' }) },
    ],
    [
      'JSON with too long a name',
      400,
      longName,
      { body: JSON.stringify({ ['n'.repeat(1001)]: 1 }), headers: json },
    ],
    ['multipart with too long a name', 400, longName, { body: multipart({ ['n'.repeat(1001)]: '1' }) }],
    ['JSON 101 deep', 400, tooDeep, deep(101)],
    ['JSON 5,000 deep', 400, tooDeep, deep(5000)],
    ['JSON 500,000 deep', 400, tooDeep, deep(500_000)],
    [
      'multipart without a boundary',
      400,
      'The body cannot be read.',
      { body: 'x', headers: { 'Content-Type': 'multipart/form-data' } },
    ],
    [
      'multipart that ends early',
      400,
      'The body cannot be read.',
      {
        body: '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
        headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
      },
    ],
    ['a file', 400, 'The body cannot be read.', { body: fileForm() }],
    [
      'an unknown charset',
      415,
      'The charset or encoding of the body is not supported.',
      { body: 'a=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=nonsense' } },
    ],
    [
      'an unknown encoding',
      415,
      'The charset or encoding of the body is not supported.',
      { body: '{}', headers: { ...json, 'Content-Encoding': 'nonsense' } },
    ],
    [
      'a compressed body that is none',
      400,
      'The body cannot be read.',
      { body: '{}', headers: { ...json, 'Content-Encoding': 'gzip' } },
    ],
  ])('%s', async (_, status, message, init) => {
    const answer = await reply(await fetch(`${server.url}/v1-api`, { method: 'POST', ...init }))
    expect(answer).toMatchObject({
      status,
      contentType: 'application/json',
      body: { status: 'error', messages: [{ id: 1009, message }] },
    })
    expect(server.control.requestLog.list().at(-1)).toMatchObject({ path: '/v1-api', answer: { status } })
  })

  it('a body of a kind that no such API reads is not looked at', async () => {
    const init = { method: 'POST', body: String(query), headers: { 'Content-Type': 'text/plain' } }
    const { body } = await reply(await fetch(`${server.url}/v1-api`, init))
    expect(body).toEqual({ status: 'error', messages: [{ id: 1001, message: 'API key not provided!' }] })
  })
})

it.each(['a[999999999]', `a${'[b]'.repeat(300)}`])(
  'brackets make no list of multipart: %.20s is a name',
  async name => {
    const init = { method: 'POST', body: multipart({ ...fields, [name]: '1' }) }
    const { body } = await reply(await fetch(`${server.url}/v1-api`, init))
    expect(body).toMatchObject({ status: 'success' })
    expect(server.control.requestLog.list().at(-1)?.fields).toHaveProperty([name], '1')
  },
)

it.each([
  ['a=1+2%2B3', { a: '1 2+3' }],
  ['a=b=c&&', { a: 'b=c' }],
  ['a=%', { a: '%' }],
  ['a=%zz%41+', { a: '%zzA ' }],
  ['a=%FF', { a: '\uFFFD' }],
  ['?a=1', { '?a': '1' }],
])('escapes that are none stay: %s', async (sent, expected) => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  await (await fetch(`${server.url}/v1-api`, { method: 'POST', body: sent, headers })).arrayBuffer()
  expect(server.control.requestLog.list().at(-1)?.fields).toEqual(expected)
})

describe('a list of ids is read from', () => {
  const start = `key=${mockPanelKey}&action=status`
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const head = { key: mockPanelKey, action: 'status' }
  const start1 = Object.entries(head)
  it.each<[string, string, RequestInit]>([
    ['one field', '', { body: `${start}&orders=1,2`, headers: form }],
    ['a repeated field', '', { body: `${start}&orders=1&orders=2`, headers: form }],
    ['fields with brackets', '', { body: `${start}&orders[]=1&orders%5B%5D=2`, headers: form }],
    ['fields with numbers', '', { body: `${start}&orders[0]=1&orders[1]=2`, headers: form }],
    ['a repeated field of multipart', '', { body: repeated(...start1, ['orders', '1'], ['orders', '2']) }],
    ['brackets in multipart', '', { body: repeated(...start1, ['orders[]', '1'], ['orders[]', '2']) }],
    ['a list of JSON', '', { body: JSON.stringify({ ...head, orders: [1, '2'] }), headers: json }],
    ['the query', `?${start}&orders=1&orders=2`, {}],
    [
      'the body, where the query has one too',
      '?orders=7',
      { body: `${start}&orders=1&orders=2`, headers: form },
    ],
  ])('%s', async (_, query, init) => {
    const answer = await reply(await fetch(`${server.url}/api/v2${query}`, { method: 'POST', ...init }))
    const error = 'Incorrect order ID'
    expect(answer.body).toEqual({ 1: { error }, 2: { error } })
  })
})

function repeated(...entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, text] of entries) form.append(name, text)
  return form
}

function fileForm(): FormData {
  const form = multipart(fields)
  form.append('comments', new Blob(['one\ntwo']), 'comments.txt')
  return form
}
