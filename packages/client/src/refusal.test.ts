import { describe, expect, test } from 'vitest'
import { refusalOf } from './refusal.ts'

describe('refusalOf', () => {
  test.each([
    ['Incorrect request', 'incorrect_request', undefined],
    ['Invalid API key', 'invalid_key', undefined],
    ['Incorrect API key', 'invalid_key', undefined],
    ['Invalid API key: [key]', 'invalid_key', undefined],
    ['Not enough funds on balance', 'not_enough_funds', undefined],
    ['Incorrect service ID', 'incorrect_service', undefined],
    ['Incorrect order ID', 'incorrect_order', undefined],
    ['Quantity less than minimal 200', 'quantity_below_min', '200'],
    ['Quantity more than maximum 1000', 'quantity_above_max', '1000'],
    ['Quantity less than minimal', 'quantity_below_min', undefined],
    ['Bad link', 'bad_link', undefined],
    ['Refill not found', 'refill_not_found', undefined],
    ['neworder.error.not_enough_funds', 'not_enough_funds', undefined],
    ['neworder.error.min_quantity', 'quantity_below_min', undefined],
    ['neworder.error.max_quantity', 'quantity_above_max', undefined],
    ['neworder.error.link', 'bad_link', undefined],
    ['neworder.error.link_duplicate', 'duplicate_link', undefined],
    ['error.incorrect_service_id', 'incorrect_service', undefined],
    ['INCORRECT  ORDER-ID!', 'incorrect_order', undefined],
    ['Service ID not provided!', 'incorrect_service', undefined],
    ['Service does not exist.', 'incorrect_service', undefined],
    ['Invalid access method', 'incorrect_request', undefined],
    ['Insufficient funds. The submission costs 5, the account has 1.', 'not_enough_funds', undefined],
    ['Bad linkage', 'other', undefined],
    ['Your link is a bad link', 'other', undefined],
    ['Something else 500', 'other', undefined],
    ['', 'other', undefined],
  ])('of %j is %s', (text, kind, limit) => {
    expect(refusalOf([{ id: undefined, text }])).toStrictEqual({ kind, limit })
  })

  test('goes by the first message that is known', () => {
    const messages = [
      { id: '1', text: 'Something.' },
      { id: '2', text: 'Bad link' },
    ]
    expect(refusalOf(messages).kind).toBe('bad_link')
    expect(refusalOf([]).kind).toBe('other')
  })
})
