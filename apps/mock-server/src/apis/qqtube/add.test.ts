import { Decimal, parseServices, quote, subtractAmounts } from '@orderwright/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask, order, video } from '../../../test/ask.ts'
import { qqtubeServices } from '../../fixtures/qqtube-services.ts'
import { createMockServer, mockQqtubeKey } from '../../server.ts'

describe('add', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly { id: number; message: string }[]]>([
    ['an unknown service', { id_service: '999' }, [{ id: 32, message: 'Service does not exist.' }]],
    [
      'letters in the quantity',
      { quantity: 'many' },
      [{ id: 1108, message: 'Quantity must be a whole number above 0, in plain digits.' }],
    ],
    ['no link', { url: '' }, [{ id: 1100, message: 'URL is required.' }]],
    [
      'a link that is none',
      { url: 'my video' },
      [{ id: 1111, message: 'URL must be a full link that starts with https:// or http://.' }],
    ],
    [
      'drip where there is none',
      { drip: '1' },
      [{ id: 1114, message: 'This service cannot be delivered by drip; turn drip off.' }],
    ],
    [
      'several at once',
      { quantity: '150', url: '' },
      [
        { id: 1100, message: 'URL is required.' },
        { id: 1101, message: 'Quantity must be at least 1000.' },
        { id: 1103, message: 'Quantity must be a multiple of 1000: 1000, 2000, 3000 and so on.' },
      ],
    ],
    [
      'everything missing',
      { id_service: '', quantity: '', url: '' },
      [
        { id: 30, message: 'Service ID not provided!' },
        { id: 32, message: 'Service does not exist.' },
        { id: 1100, message: 'URL is required.' },
        { id: 1100, message: 'Quantity is required.' },
      ],
    ],
    [
      'params that fail, by their labels',
      { id_service: '6', quantity: '100', retention: '31', speed: '50' },
      [
        { id: 1109, message: 'Retention must be one of the listed choices.' },
        { id: 1100, message: 'Country is required.' },
        { id: 1101, message: 'Speed must be at least 100.' },
        { id: 1103, message: 'Speed must be a multiple of 100: 100, 200, 300 and so on.' },
      ],
    ],
    [
      'funds that are short',
      { quantity: '1000000' },
      [{ id: 1008, message: 'Insufficient funds. The submission costs 1850, the account has 1000.' }],
    ],
  ])('refuses %s, takes nothing and charges nothing', async (_, fields, messages) => {
    await using server = await createMockServer()
    const { status, body } = await ask(server, 'POST', { ...order, ...fields })
    expect({ status, body }).toEqual({ status: 200, body: { status: 'error', messages } })
    expect(server.control.orders.list()).toEqual([])
    expect(server.control.accounts.funds(mockQqtubeKey)).toBe('1000')
  })

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['44', 'volume pricing', {}],
    ['2.5', 'the lower tier', { quantity: '1000' }],
    [
      `833.${'3'.repeat(57)}`,
      'a price for every 3, to the last digit',
      { id_service: '23', quantity: '1000' },
    ],
    ['0.005', 'half a cent', { id_service: '24', quantity: '1' }],
    ['3.05', 'drip', { id_service: '3', quantity: '1000', drip: '1' }],
    ['2.75', 'no drip', { id_service: '3', quantity: '1000', drip: '0' }],
    ['2.85', 'a country', { id_service: '4', quantity: '500', 'geo-countries': 'DE' }],
    ['6.2', 'twice the retention', { id_service: '5', quantity: '1000', retention: '60' }],
    ['4.8', 'four times the minutes', { id_service: '10', quantity: '100', minutes: '120' }],
    ['1.2', 'comments by the line', { id_service: '18', quantity: '5', comments: 'a\nb\nc\nd\ne' }],
    [
      '1.28',
      'each line that it receives',
      { id_service: '18', quantity: '5', comments: 'a\nb\n\nc\nd\ne\n' },
    ],
    [
      '44',
      'fields that the service has none of',
      { 'geo-countries': 'US', utm: 'x', is_test: '0', colour: 'red' },
    ],
    ['1.1', 'a place to share', { id_service: '46', quantity: '100', share_type: '2' }],
  ])('charges %s for %s, and takes exactly that off the balance', async (charged, _, fields) => {
    await using server = await createMockServer()
    const { body } = await ask(server, 'POST', { ...order, ...fields })
    expect(body).toMatchObject({ status: 'success' })
    const [taken] = server.control.orders.list()
    expect(taken?.charged).toBe(charged)
    expect(server.control.accounts.funds(mockQqtubeKey)).toBe(subtractAmounts('1000', charged))
  })

  it.each([
    ['a cent short of', '43.99', 'error', '43.99'],
    ['exactly', '44', 'success', '0'],
    ['a cent over', '44.01', 'success', '0.01'],
  ])('judges funds that are %s the price', async (_, funds, status, left) => {
    await using server = await createMockServer({ accounts: [{ key: mockQqtubeKey, funds }] })
    expect((await ask(server, 'POST', order)).body).toMatchObject({ status })
    expect(server.control.accounts.funds(mockQqtubeKey)).toBe(left)
  })

  it('writes the charge into its answers digit for digit', async () => {
    await using server = await createMockServer()
    await ask(server, 'POST', { ...order, id_service: '23', quantity: '1000' })
    const digits = `"total_cost":833.${'3'.repeat(57)},`
    const { text: stats } = await ask(server, 'GET', { action: 'stats', id_service_submission: '123456' })
    const { text: submissions } = await ask(server, 'POST', { action: 'submissions' })
    expect(stats).toContain(digits)
    expect(submissions).toContain(digits)
  })

  it('charges what the core quotes from the answered catalogue, order after order, and the balance adds up', async () => {
    await using server = await createMockServer()
    const { text } = await ask(server, 'GET', { action: 'services' })
    const { services } = parseServices('qqtube', text)
    const simple = services.filter(({ params }) =>
      params.every(param => !param.rules.some(({ name }) => name === 'required')),
    )
    let funds = '1000'
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...simple),
        fc.integer({ min: 1, max: 40 }),
        async (service, steps) => {
          const quantity = new Decimal(service.increment).times(steps).toFixed()
          const quoted = quote(service, { quantity })
          const { body } = await ask(server, 'POST', {
            ...order,
            url: service.example,
            id_service: service.id,
            quantity,
          })
          const charged =
            quoted.ok && new Decimal(funds).gte(quoted.quote.total) ? quoted.quote.total.toFixed() : '0'
          expect(body).toHaveProperty('status', charged === '0' ? 'error' : 'success')
          funds = subtractAmounts(funds, charged)
          expect(server.control.accounts.funds(mockQqtubeKey)).toBe(funds)
        },
      ),
    )
  })

  it('prices and validates by the catalogue that it was given', async () => {
    await using server = await createMockServer({
      catalogue: { qqtube: qqtubeServices.filter(row => row.id_service === '2') },
    })
    expect((await ask(server, 'POST', order)).body).toMatchObject({ messages: [{ id: 32 }] })
    server.control.catalogue.replace('qqtube', JSON.stringify(qqtubeServices))
    expect((await ask(server, 'POST', order)).body).toMatchObject({ status: 'success' })
  })

  it('takes a param named drip for the param that it is', async () => {
    const [row] = qqtubeServices.filter(({ id_service }) => id_service === '1')
    const named = { ...row, params: [{ field_name: 'drip', field_validators: 'max:9' }] }
    await using server = await createMockServer({ catalogue: { qqtube: [named] } })
    expect((await ask(server, 'POST', { ...order, drip: '10' })).body).toMatchObject({
      messages: [{ id: 1102 }],
    })
    expect((await ask(server, 'POST', { ...order, drip: '1' })).body).toMatchObject({ status: 'success' })
  })

  it('gives the same link and service the same start, whatever came before, and others another', async () => {
    const starts = async (
      ...orders: readonly Readonly<Record<string, string>>[]
    ): Promise<readonly string[]> => {
      await using server = await createMockServer()
      for (const fields of orders) await ask(server, 'POST', { ...order, ...fields })
      return server.control.orders.list().map(({ startCount }) => startCount)
    }
    const [plain] = await starts({})
    const [otherLink, otherService, again] = await starts(
      { url: 'https://youtu.be/another0000' },
      { id_service: '8' },
      {},
    )
    expect(again).toBe(plain)
    expect(new Set([plain, otherLink, otherService]).size).toBe(3)
  })

  it('keeps the link as it was sent', async () => {
    await using server = await createMockServer()
    const url = `${video}&t=7s&list=PL0#here`
    const { body } = await ask(server, 'POST', { ...order, url })
    expect(body).toMatchObject({ long_url: url, short_url: 'jofNR_WkoCE' })
  })
})
