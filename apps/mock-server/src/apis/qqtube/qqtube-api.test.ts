import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, order, reply } from '../../../test/ask.ts'
import { createMockServer, type MockServer, mockQqtubeKey } from '../../server.ts'

let server: MockServer
beforeAll(async () => {
  server = await createMockServer({
    accounts: [{ key: mockQqtubeKey }, { key: 'mock-key-of-a-panel', upstream: 'panel' }],
  })
})
afterAll(() => server.close())

const error = (id: number, message: string): unknown => ({ status: 'error', messages: [{ id, message }] })

describe('a request to QQTube', () => {
  it.each([
    ['no key', { api_key: '' }, error(1001, 'API key not provided!')],
    ['the word undefined for a key', { api_key: 'undefined' }, error(1001, 'API key not provided!')],
    ['a wrong key', { api_key: 'mock-key-unknown' }, error(1002, 'Invalid API key')],
    ["the other API's key", { api_key: 'mock-key-of-a-panel' }, error(1002, 'Invalid API key')],
    ['no action', {}, error(1003, 'Action not provided!')],
    ['an unknown action', { action: 'ad' }, error(1004, 'Action does not exist.')],
    ['an action in capitals', { action: 'FUNDS' }, error(1004, 'Action does not exist.')],
    [
      'the name of a thing that every object has',
      { action: 'constructor' },
      error(1004, 'Action does not exist.'),
    ],
  ])('with %s is told so, with HTTP 200', async (_, fields, expected) => {
    const { status, contentType, body } = await ask(server, 'GET', fields)
    expect({ status, contentType, body }).toEqual({
      status: 200,
      contentType: 'application/json',
      body: expected,
    })
  })

  it.each<['GET' | 'POST', Readonly<Record<string, string>>]>([
    ['GET', order],
    ['POST', { action: 'stats', id_service_submission: '1' }],
    ['GET', { action: 'submissions' }],
    ['POST', { action: 'funds' }],
    ['POST', { action: 'services' }],
  ])('by %s for $action, which the document has otherwise, gets 405', async (method, fields) => {
    const { status, body } = await ask(server, method, fields)
    expect({ status, body }).toEqual({ status: 405, body: error(1000, 'Invalid access method') })
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s gets 405', async method => {
    const query = new URLSearchParams({ api_key: mockQqtubeKey, action: 'funds' })
    const answer = await reply(await fetch(`${server.url}/v1-api?${query}`, { method }))
    expect(answer).toMatchObject({ status: 405, body: error(1000, 'Invalid access method') })
  })

  it('answers nothing of an order that was asked for by the wrong method', () => {
    expect(server.control.orders.list()).toEqual([])
    expect(server.control.accounts.funds(mockQqtubeKey)).toBe('1000')
  })
})
