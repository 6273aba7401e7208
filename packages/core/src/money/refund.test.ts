import { describe, expect, test } from 'vitest'
import { chargeInFull, chargesOf } from './refund.ts'

const agreed = { total: '15', delivers: '1000' }

const texts = (...given: Parameters<typeof chargesOf>) => {
  const { charge, givenBack, spent } = chargesOf(...given)
  return [charge?.toFixed(), givenBack.toFixed(), spent.toFixed()]
}

describe('charge, refund and what was spent, if a refund is', () => {
  test.each([
    ['named beside the charge', { charge: '15', refund: '3', state: 'in_progress' }, ['15', '3', '12']],
    ['named, though the charge fell too', { charge: '12', refund: '3', state: 'partial' }, ['15', '3', '12']],
    ['named above the charge', { charge: '1', refund: '3', state: 'refunded' }, ['3', '3', '0']],
    ['named before a charge is', { refund: '3', state: 'partial' }, [undefined, '3', '12']],
    ['missing in the charge of a partial order', { charge: '12', state: 'partial' }, ['15', '3', '12']],
    ['missing in the charge of a canceled order', { charge: '0', state: 'canceled' }, ['15', '15', '0']],
    ['not made, as the order goes on', { charge: '12', state: 'in_progress' }, ['12', '0', '12']],
    ['not made, by a word that nobody knows', { charge: '12', state: 'Halted' }, ['12', '0', '12']],
  ])('%s', (_, order, expected) => {
    expect(texts(agreed, order)).toEqual(expected)
  })

  test('counted from the charge that was told before it fell', () => {
    expect(texts(agreed, { charge: '12', state: 'partial' }, '16')).toEqual(['16', '4', '12'])
  })
})

test.each([
  ['while it is pending', { state: 'pending' }, [undefined, '0', '15']],
  ['of a completed order', { state: 'completed' }, [undefined, '0', '15']],
  ['of a part', { state: 'partial', remains: 999 }, [undefined, '0', '15']],
  ['of no part', { state: 'partial', remains: 1000 }, ['15', '15', '0']],
  ['of a canceled order', { state: 'canceled' }, ['15', '15', '0']],
  ['of a refunded order', { state: 'refunded' }, ['15', '15', '0']],
])('a charge of 0 %s is believed only if nothing is to pay', (_, order, expected) => {
  expect(texts(agreed, { ...order, charge: '0' })).toEqual(expected)
})

test.each([
  [{ charge: '15.2', state: 'completed' }, '15.2'],
  [{ charge: '15.000000000000001', state: 'completed' }, '15'],
  [{ charge: '15', refund: '0', state: 'completed' }, '15'],
  [{ charge: '15', refund: '0.01', state: 'completed' }, undefined],
  [{ charge: '15', state: 'partial' }, undefined],
  [{ charge: '15', state: 'canceled' }, undefined],
  [{ charge: '15', state: 'refunded' }, undefined],
  [{ state: 'completed' }, undefined],
  [{ charge: '0', state: 'pending' }, undefined],
])('the charge in full of %j is %s', (order, expected) => {
  expect(chargeInFull(agreed, order)?.toFixed()).toBe(expected)
})
