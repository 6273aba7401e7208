import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { order, reply } from '../../test/ask.ts'
import { createMockServer, type MockServer, mockQqtubeKey } from '../create-mock-server.ts'

let server: MockServer
beforeAll(async () => {
  server = await createMockServer({ accounts: [{ key: mockQqtubeKey, funds: '1000000' }] })
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
    [
      'multipart with a field over the limit',
      400,
      'The body cannot be read.',
      { body: multipart({ large }) },
    ],
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
  })

  it('a body of a kind that no such API reads is not looked at', async () => {
    const init = { method: 'POST', body: String(query), headers: { 'Content-Type': 'text/plain' } }
    const { body } = await reply(await fetch(`${server.url}/v1-api`, init))
    expect(body).toEqual({ status: 'error', messages: [{ id: 1001, message: 'API key not provided!' }] })
  })
})

function fileForm(): FormData {
  const form = multipart(fields)
  form.append('comments', new Blob(['one\ntwo']), 'comments.txt')
  return form
}
