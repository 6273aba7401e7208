import { describe, expect, it } from 'vitest'
import { ask, order } from '../../../test/ask.ts'
import { createMockServer, type MockServer, mockQqtubeKey } from '../../server.ts'

const otherKey = 'mock-key-other'

/** Two accounts that order in turn: the first has 123456, 123458 and 123460. */
async function serverWithOrders(): Promise<MockServer> {
  const server = await createMockServer({
    accounts: [{ key: mockQqtubeKey }, { key: otherKey }],
    clock: { isHeld: true },
  })
  for (const key of [mockQqtubeKey, otherKey, mockQqtubeKey, otherKey, mockQqtubeKey]) {
    await ask(server, 'POST', { ...order, api_key: key })
    server.control.clock.advance(1000)
  }
  return server
}

async function idsOf(
  server: MockServer,
  fields: Readonly<Record<string, string>>,
): Promise<readonly unknown[]> {
  const { body } = await ask(server, 'POST', { action: 'submissions', ...fields })
  return Object.values(Object(body)).map(row => Object(row).id_service_submission)
}

describe('submissions', () => {
  it.each([
    ['without a limit, all', {}, ['123460', '123458', '123456']],
    ['with a limit, the newest', { limit: '2' }, ['123460', '123458']],
    ['with the greatest limit, all', { limit: '500' }, ['123460', '123458', '123456']],
    ['before an id, not that one', { id_service_submission: '123458' }, ['123456']],
    [
      "before another account's id, those older than it",
      { id_service_submission: '123459' },
      ['123458', '123456'],
    ],
    ['before the oldest, none', { id_service_submission: '123456' }, []],
    [
      'before an id that is not yet, all',
      { id_service_submission: '9'.repeat(30) },
      ['123460', '123458', '123456'],
    ],
    ['of an account of its own, its own', { api_key: otherKey }, ['123459', '123457']],
  ])('%s', async (_, fields, ids) => {
    await using server = await serverWithOrders()
    expect(await idsOf(server, fields)).toEqual(ids)
  })

  it('are dated by the clock, each when it was added', async () => {
    await using server = await serverWithOrders()
    const { body } = await ask(server, 'POST', { action: 'submissions' })
    expect(Object.values(Object(body)).map(row => Object(row).date_added)).toEqual([
      '2026-01-01 00:00:04',
      '2026-01-01 00:00:02',
      '2026-01-01 00:00:00',
    ])
  })

  it('walk page by page through every order once, newest first', async () => {
    await using server = await createMockServer()
    for (let count = 0; count < 7; count += 1) await ask(server, 'POST', order)
    const seen: unknown[] = []
    let page = await idsOf(server, { limit: '3' })
    while (page.length > 0) {
      seen.push(...page)
      page = await idsOf(server, { limit: '3', id_service_submission: String(page.at(-1)) })
    }
    expect(seen).toEqual(['123462', '123461', '123460', '123459', '123458', '123457', '123456'])
  })

  it.each([
    ['0', 1007],
    ['501', 1007],
    ['-1', 1007],
    ['1.5', 1007],
    ['ten', 1007],
  ])('refuse the limit %s', async (limit, id) => {
    await using server = await createMockServer()
    const { body } = await ask(server, 'POST', { action: 'submissions', limit })
    const message = 'Limit must be a whole number from 1 to 500.'
    expect(body).toEqual({ status: 'error', messages: [{ id, message }] })
  })

  it('refuse an id that is no number', async () => {
    await using server = await createMockServer()
    const { body } = await ask(server, 'POST', { action: 'submissions', id_service_submission: 'last' })
    expect(body).toEqual({ status: 'error', messages: [{ id: 1006, message: 'Submission does not exist.' }] })
  })

  it('give a service whose id is no number its id as text', async () => {
    const row = { id_service: 'ab-1', prices: [{ minimum: '1', maximum: '9', pricing_per: '1', price: '1' }] }
    await using server = await createMockServer({ catalogue: { qqtube: [row] } })
    await ask(server, 'POST', { ...order, id_service: 'ab-1', quantity: '1' })
    const { body } = await ask(server, 'POST', { action: 'submissions' })
    expect(body).toMatchObject([{ id_service: 'ab-1' }])
  })
})
