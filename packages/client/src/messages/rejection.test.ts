import { describe, expect, test } from 'vitest'
import { growthOf, mostGrowth } from '../../test/growth.ts'
import { isCertainRejection, rejectionOf } from './rejection.ts'
import { rejectionWords } from './rejection-words.ts'

describe('rejectionOf', () => {
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
    ['Insufficient balance', 'not_enough_funds', undefined],
    ["You don't have enough funds!", 'not_enough_funds', undefined],
    ['Service ID does not exists', 'incorrect_service', undefined],
    ['Service 77 not found', 'incorrect_service', undefined],
    ['Service is disabled', 'service_unavailable', undefined],
    ['Service Unavailable', 'other', undefined],
    [
      'You have active order with this link. Please wait until order being completed.',
      'duplicate_link',
      undefined,
    ],
    ['Quantity must to be greater than or equal to minimum amount', 'quantity_below_min', undefined],
    ['Quantity must to be greater than 1,000', 'quantity_below_min', '1000'],
    ['Quantity must to be less than or equal to maximum amount 10 000', 'quantity_above_max', '10000'],
    ['Invalid Order Id', 'incorrect_order', undefined],
    ['Order not found', 'incorrect_order', undefined],
    ['Order #77 not found', 'incorrect_order', undefined],
    ['This services does not support Dripfeed feature!', 'drip_not_supported', undefined],
    ['API is Disable for this user or User Not Found! Contact the Support', 'invalid_key', undefined],
    ['Refill is not available for this order', 'refill_not_available', undefined],
    ['Order cannot be canceled', 'cancel_not_available', undefined],
    ['Too Many Attempts.', 'too_many_requests', undefined],
    ['Error: Not enough funds', 'not_enough_funds', undefined],
    ['Sipariş verilemedi: Yetersiz bakiye', 'not_enough_funds', undefined],
    ['Yetersiz bakiye', 'not_enough_funds', undefined],
    ['YETERSİZ BAKİYE!', 'not_enough_funds', undefined],
    ['Geçersiz API anahtarı', 'invalid_key', undefined],
    ['GEÇERSİZ API ANAHTARI', 'invalid_key', undefined],
    ['Sipariş bulunamadı', 'incorrect_order', undefined],
    ['Minimum miktar 100', 'quantity_below_min', '100'],
    ['Недостаточно средств на балансе', 'not_enough_funds', undefined],
    ['Неверный API ключ', 'invalid_key', undefined],
    ['НЕВЕРНЫЙ API-КЛЮЧ', 'invalid_key', undefined],
    ['Заказ не найден', 'incorrect_order', undefined],
    ['У вас уже есть активный заказ с этой ссылкой', 'duplicate_link', undefined],
    ['constructor', 'other', undefined],
    ['__proto__', 'other', undefined],
    ['Bad linkage', 'other', undefined],
    ['Your link is a bad link', 'other', undefined],
    ['Something else 500', 'other', undefined],
    ['', 'other', undefined],
  ])('of %j is %s', (text, kind, limit) => {
    expect(rejectionOf([{ id: undefined, text }])).toStrictEqual({ kind, limit })
  })

  test('goes by the first message that is known', () => {
    const messages = [
      { id: '1', text: 'Something.' },
      { id: '2', text: 'Bad link' },
    ]
    expect(rejectionOf(messages).kind).toBe('bad_link')
    expect(rejectionOf([]).kind).toBe('other')
  })
})

test('every phrase of the table is found as it stands, in capitals, and with words behind', () => {
  for (const [kind, phrases] of rejectionWords) {
    for (const phrase of phrases) {
      for (const text of [
        phrase,
        phrase.toUpperCase(),
        `${phrase} 17.`,
        `error.${phrase.replaceAll(' ', '_')}`,
      ]) {
        expect([text, rejectionOf([{ id: undefined, text }]).kind]).toStrictEqual([text, kind])
      }
    }
  }
})

test.each([
  ['Not enough funds on balance', true],
  ['Error: Insufficient balance', true],
  ['Internal error: invalid request', false],
  ['Service is unavailable', false],
  ['Too many requests', false],
  ['Server error', false],
])('%j is believed with HTTP 500: %s', (text, isBelieved) => {
  expect(isCertainRejection([{ id: undefined, text }])).toBe(isBelieved)
})

test.each([
  ['words', (n: number) => 'not '.repeat(n / 4)],
  ['clauses', (n: number) => 'order:'.repeat(n / 6)],
  ['digits', (n: number) => 'quantity is less than '.concat('1'.repeat(n))],
  ['accents', (n: number) => 'i\u0307'.repeat(n / 2)],
])('a message of many %s is looked at as far as its beginning goes', (_, textOf) => {
  const work = (text: string): void => void rejectionOf([{ id: undefined, text }])
  expect(growthOf(work, textOf)).toBeLessThan(mostGrowth)
})
