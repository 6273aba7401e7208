import { describe, expect, test } from 'vitest'
import { parseRequest } from './protocol.ts'

const order = {
  serviceId: '3',
  target: 'https://example.com',
  quantity: '10',
  drip: false,
  params: { a: '1' },
}
const place = {
  type: 'place-order',
  token: 't',
  accountId: 'a',
  serviceName: 's',
  title: '',
  order,
  confirmed: '1',
}

describe('a message', () => {
  test('that is a request is taken as one', () => expect(parseRequest(place)).toStrictEqual(place))

  test('may leave out what the order does not have', () => {
    const { target: _, quantity: __, ...rest } = order
    expect(parseRequest({ ...place, order: rest })).toStrictEqual({
      ...place,
      order: { ...rest, target: undefined, quantity: undefined },
    })
  })

  test.each([
    [undefined],
    [null],
    ['place-order'],
    [{}],
    [{ type: 'constructor' }],
    [{ ...place, token: 1 }],
    [{ ...place, order: { ...order, params: { a: 1 } } }],
    [{ ...place, order: undefined }],
    [{ type: 'read-balance' }],
    [{ type: 'read-balance', accountId: 'x'.repeat(201) }],
    [{ type: 'save-account', id: null, kind: 'other', name: 'n', baseUrl: 'u', key: null }],
  ])('of another shape is none: %j', message => expect(parseRequest(message)).toBeUndefined())
})
