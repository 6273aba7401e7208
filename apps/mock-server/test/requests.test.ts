import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeRequest } from '../src/apis/actions.ts'
import { panelActions } from '../src/apis/panel/action-schemas.ts'
import { qqtubeActions } from '../src/apis/qqtube/action-schemas.ts'
import { createMockServer, mockPanelKey, mockQqtubeKey } from '../src/index.ts'
import { ask, askPanel, order, panelOrder } from './ask.ts'
import { judgeOf, openapiDocument, pascal } from './openapi.ts'

const texts = [
  ...['1', '123456', '007', '+5', '5.0', '0', '-1', '1e3', '1.5', '501', '500', 'abc', 'x,y', '1,2', '1, 2'],
  ...['1,', ',', '1,x', '5/6/2026', '2026-06-05', 'yes', 'true', 'maybe', 'https://example.com/a'],
  ...[Array(100).fill('1').join(','), Array(101).fill('1').join(',')],
]

describe.each([
  ['qqtube', qqtubeActions, { api_key: mockQqtubeKey }],
  ['panel', panelActions, { key: mockPanelKey }],
] as const)('the schemas of the requests of %s', (name, actions, key) => {
  it('find in the server what any validator finds by the OpenAPI document', async () => {
    await using server = await createMockServer()
    const judge = judgeOf(await openapiDocument(server, name))
    const anAction = fc.constantFrom(...Object.entries(actions))
    const request = anAction.chain(([action, { fields: schema }]) => {
      const names = Object.keys(schema.entries).filter(field => field !== 'action' && !(field in key))
      const values = Object.fromEntries(names.map(field => [field, fc.constantFrom(...texts)]))
      return fc.record(values, { requiredKeys: [] }).map(fields => ({ action, fields }))
    })
    fc.assert(
      fc.property(request, ({ action, fields }) => {
        const schemas = Object.entries(actions).find(([known]) => known === action)?.[1]
        if (schemas === undefined) throw new TypeError(`There is no ${action}`)
        // Where one of several fields will do, the server looks at the first alone, and a document can only look at all.
        const [first, second] = schemas.oneOf ?? []
        const sent: Record<string, string> = { ...key, action, ...fields }
        if (first !== undefined && second !== undefined && first in sent) delete sent[second]
        const found = judgeRequest(schemas, new Map(Object.entries(sent)))
        expect(found.length > 0).toBe(judge(`/components/schemas/${pascal(action)}Request`, sent).length > 0)
      }),
      { numRuns: 2000 },
    )
  })
})

type Fields = Readonly<Record<string, string>>

describe('what a document refuses, the server does not take', () => {
  it.each<[string, Fields]>([
    ['a quantity that is no number', { ...order, quantity: 'abc' }],
    ['a quantity with an exponent', { ...order, quantity: '2e4' }],
    ['a quantity below 0', { ...order, quantity: '-20000' }],
    ['half a view', { ...order, quantity: '20000.5' }],
    ['no service', { action: 'add', url: 'https://example.com/a', quantity: '20000' }],
    ['a page of none', { action: 'submissions', limit: '0' }],
    ['a page of too many', { action: 'submissions', limit: '501' }],
    ['a page from a word', { action: 'submissions', id_service_submission: 'newest' }],
  ])('QQTube: %s', async (_, fields) => {
    await using server = await createMockServer()
    const judge = judgeOf(await openapiDocument(server, 'qqtube'))
    const sent = { api_key: mockQqtubeKey, ...fields }
    expect(judge(`/components/schemas/${pascal(fields.action)}Request`, sent)).not.toEqual([])
    const { body } = await ask(server, 'POST', fields)
    expect(body).toMatchObject({ status: 'error' })
    expect(server.control.orders.list()).toEqual([])
  })

  it.each<[string, Fields, unknown]>([
    ['a quantity that is no number', { ...panelOrder, quantity: 'abc' }, 'Incorrect request'],
    [
      'runs that are no number',
      { ...panelOrder, service: '3', runs: 'x', interval: '5' },
      'Incorrect request',
    ],
    ['no service', { action: 'add', link: 'https://example.com/a', quantity: '9' }, 'Incorrect service ID'],
    ['a status of nothing', { action: 'status' }, 'Incorrect request'],
    ['a status of a word', { action: 'status', order: 'last' }, 'Incorrect order ID'],
    ['a status of 101', { action: 'status', orders: Array(101).fill('1').join(',') }, 'Incorrect request'],
    ['a refill of a word', { action: 'refill', order: 'x' }, 'Incorrect order ID'],
    ['the status of no refill', { action: 'refill_status', refill: 'x' }, 'Refill not found'],
    ['a cancel of commas', { action: 'cancel', orders: ',,' }, 'Incorrect request'],
  ])('a panel: %s', async (_, fields, error) => {
    await using server = await createMockServer()
    const judge = judgeOf(await openapiDocument(server, 'panel'))
    const sent = { key: mockPanelKey, ...fields }
    expect(judge(`/components/schemas/${pascal(fields.action)}Request`, sent)).not.toEqual([])
    expect((await askPanel(server, fields)).body).toEqual({ error })
    expect(server.control.orders.list()).toEqual([])
  })

  it('but for a list with an item that is no id: a panel answers that item with an error', async () => {
    await using server = await createMockServer()
    await askPanel(server, panelOrder)
    const { body } = await askPanel(server, { action: 'status', orders: 'last,123456' })
    expect(body).toMatchObject({ last: { error: 'Incorrect order ID' }, 123456: { status: 'Pending' } })
  })

  it('and takes numbers in JSON for what they are', async () => {
    await using server = await createMockServer()
    const judge = judgeOf(await openapiDocument(server, 'panel'))
    const sent = { key: mockPanelKey, ...panelOrder, service: '3', quantity: 1000, runs: 2, interval: 30 }
    expect(judge('/components/schemas/AddRequest', sent)).toEqual([])
    const headers = { 'Content-Type': 'application/json' }
    await fetch(`${server.url}/api/v2`, { method: 'POST', headers, body: JSON.stringify(sent) })
    expect(server.control.orders.list()).toMatchObject([{ quantity: '2000', runs: { total: '2' } }])
  })
})
