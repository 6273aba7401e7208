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
  id: 't',
  accountId: 'a',
  order,
  confirmed: {
    total: '1',
    quantity: '10',
    delivers: '10',
    isChargedLater: false,
    serviceName: 's',
    targetTitle: '',
  },
  retryOf: null,
  reviewedAt: 1,
  seen: ['s'],
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

  test.each(['constructor', 'prototype', '__proto__'])('keeps a param that is called %s', name => {
    const message = JSON.parse(JSON.stringify(place).replace('"a":"1"', `"${name}":"1"`))
    const request = parseRequest(message)
    expect(request?.type === 'place-order' && Object.entries(request.order.params)).toStrictEqual([
      [name, '1'],
    ])
  })

  test.each([
    [undefined],
    [null],
    ['place-order'],
    [{}],
    [{ type: 'constructor' }],
    [{ ...place, id: 1 }],
    [{ ...place, confirmed: { ...place.confirmed, total: '1e3' } }],
    [{ type: 'answer-order', id: 't', said: { kind: 'placed' } }],
    [{ ...place, order: { ...order, params: { a: 1 } } }],
    [{ ...place, order: undefined }],
    [{ type: 'read-balance' }],
    [{ type: 'read-balance', accountId: 'x'.repeat(201) }],
    [{ type: 'save-account', id: null, kind: 'other', name: 'n', baseUrl: 'u', key: null }],
  ])('of another shape is none: %j', message => expect(parseRequest(message)).toBeUndefined())
})
