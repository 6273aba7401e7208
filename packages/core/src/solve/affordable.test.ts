import { describe, expect, test } from 'vitest'
import { serviceOf } from '../../test/service-of.ts'
import type { Service } from '../catalogue/service.ts'
import { quote } from '../quote/quote.ts'
import { affordable } from './affordable.ts'

const tiersOf = (...tiers: readonly (readonly [string, string, string])[]) => ({
  id_service: '1',
  prices: tiers.map(([minimum, maximum, price]) => ({ minimum, maximum, pricing_per: '10', price })),
})

/** 0.30 a piece up to 50, then 0.20: 41 to 50 cost more than 60. */
const falling = serviceOf('qqtube', {
  ...tiersOf(['1', '50', '3'], ['60', '100', '2']),
  is_drip: '1',
  drip_cost: '1',
})

const modified = (type: string, by: string, tiers = tiersOf(['1', '100', '1'])): Service =>
  serviceOf('qqtube', {
    ...tiers,
    params: [
      {
        field_name: 'm',
        is_price_modifier: '1',
        modify_type: type,
        modify_every: '1',
        modify_by: by,
        field_validators: 'max:9',
      },
    ],
  })

const third = serviceOf('qqtube', {
  id_service: '1',
  prices: [{ minimum: '1', maximum: '100', pricing_per: '3', price: '1' }],
})

const panel = (type: string, row = {}): Service =>
  serviceOf('panel', { service: '3', type, rate: '1000', min: '2', max: '9', ...row })

const comments = panel('Custom Comments')

describe('affordable', () => {
  test.each([
    ['less than the least order', falling, {}, '0.29', undefined],
    ['exactly the least order', falling, {}, '0.30', '1'],
    ['a cent below a later tier', falling, {}, '11.99', '39'],
    ['exactly a later tier, though smaller orders cost more', falling, {}, '12', '60'],
    ['more than everything', falling, {}, '1000000000000', '100'],
    ['with drip, by the increment', falling, { drip: true }, '2.60', '2'],
    ['nothing', falling, {}, '0', undefined],
    ['less than nothing', falling, {}, '-1', undefined],
    ['an addend', modified('add', '5'), { params: { m: '1' } }, '6', '10'],
    [
      'an addend below 0, where small orders would cost less than nothing',
      modified('add', '-5'),
      { params: { m: '1' } },
      '0',
      '50',
    ],
    [
      'a factor below 0, which leaves no price',
      modified('multiply', '-1'),
      { params: { m: '1' } },
      '100',
      undefined,
    ],
    ['a factor of 0, which makes all free', modified('multiply', '1'), { params: { m: '0' } }, '0', '100'],
    [
      'a fall that ends at 0',
      modified('add', '-1', tiersOf(['1', '', '0'])),
      { params: { m: '0' } },
      '0',
      undefined,
    ],
    ['params that have an issue', modified('add', '5'), { params: { m: '10' } }, '1000', undefined],
    ['a param that the service does not have', falling, { params: { x: '1' } }, '1000', undefined],
    ['drip at a service that has none', third, { drip: true }, '1000', undefined],
    [
      'an endless tier',
      serviceOf('qqtube', tiersOf(['1', '', '1'])),
      {},
      '100000000000000000000',
      '1000000000000000000000',
    ],
    [
      'an endless tier that is free',
      serviceOf('qqtube', tiersOf(['1', '9', '1'], ['10', '', '0'])),
      {},
      '5',
      undefined,
    ],
    [
      'an endless tier that is dearer',
      serviceOf('qqtube', tiersOf(['1', '9', '0'], ['10', '', '1'])),
      {},
      '0.5',
      '9',
    ],
    [
      'tiers that overlap, of which the first counts',
      serviceOf('qqtube', tiersOf(['1', '50', '2'], ['40', '90', '1'])),
      {},
      '10',
      '90',
    ],
    [
      'an inner tier that is listed first',
      serviceOf('qqtube', tiersOf(['40', '60', '9'], ['1', '100', '1'])),
      {},
      '6.05',
      '39',
    ],
    [
      'an inner tier that is listed last',
      serviceOf('qqtube', tiersOf(['1', '100', '1'], ['40', '60', '9'])),
      {},
      '6.05',
      '60',
    ],
    ['three thirds', third, {}, '1', '3'],
    ['lines, whose text is left out', panel('Custom Comments'), {}, '5.50', '5'],
    [
      'lines, whose text plays no part',
      panel('Custom Comments'),
      { params: { comments: 'a\nb' } },
      '5.50',
      '5',
    ],
    ['lines, with another param missing', panel('Comment Replies'), {}, '5.50', undefined],
    ['lines, with the other param', panel('Comment Replies'), { params: { username: 'x' } }, '5.50', '5'],
    [
      'runs, of which each has the quantity',
      panel('Default'),
      { params: { runs: '2', interval: '5' } },
      '9',
      '4',
    ],
    ['runs without their interval', panel('Default'), { params: { runs: '2' } }, '9', undefined],
    ['a package', panel('Package'), {}, '1000', '1'],
    ['too little for a package', panel('Package'), {}, '999.99', undefined],
    [
      'a service that charges later',
      panel('Subscriptions'),
      { params: { username: 'x', min: '2', max: '3', delay: '0' } },
      '9',
      undefined,
    ],
  ])('buys for %s', (_, service, order, budget, expected) => {
    expect(affordable(service, order, budget)?.toFixed()).toBe(expected)
  })

  test.each<[string, Service]>([
    [
      'a package whose tiers have no 1',
      { ...panel('Package'), tiers: [{ minimum: '2', maximum: undefined, pricingPer: '1', price: '1' }] },
    ],
    ['an increment of 0', { ...falling, increment: '0' }],
    [
      'counted lines that are a price modifier as well',
      {
        ...comments,
        params: comments.params.map(param => ({ ...param, modifier: { type: 'add', every: '1', by: '1' } })),
      },
    ],
  ])('buys nothing of a service that no catalogue has: %s', (_, service) => {
    expect(affordable(service, {}, '1000')).toBeUndefined()
  })

  test('buys by a modifier of many digits that is divided by less than 0', () => {
    const long = serviceOf('qqtube', {
      ...tiersOf(['1', '100', '1']),
      params: [
        {
          field_name: 'm',
          is_price_modifier: '1',
          modify_type: 'add',
          modify_every: '-3',
          modify_by: `-3.${'0'.repeat(40)}3`,
        },
      ],
    })
    expect(affordable(long, { params: { m: '1' } }, '2')?.toFixed()).toBe('9')
    expect(affordable(long, { params: { m: '1' } }, '2.01')?.toFixed()).toBe('10')
    const dripped = { ...long, increment: '3', drip: { cost: `0.${'0'.repeat(42)}3` } }
    expect(affordable(dripped, { params: { m: '1' }, drip: true }, '2')?.toFixed()).toBe('9')
    expect(affordable(dripped, { params: { m: '1' }, drip: true }, '2.21')?.toFixed()).toBe('12')
  })

  test.each(['1', '2', '4', '5', '7', '100'])(
    'buys %s for the total that was shown for it, though it does not end',
    quantity => {
      const result = quote(third, { quantity })
      const shown = result.ok ? result.quote.total.toFixed() : ''
      expect(affordable(third, {}, shown)?.toFixed()).toBe(quantity)
    },
  )

  test('does not buy for a budget that is less than shown in a digit beyond those of a total', () => {
    const result = quote(third, { quantity: '2' })
    const less = result.ok ? result.quote.total.minus(`1e-59`).toFixed() : ''
    expect(affordable(third, {}, less)?.toFixed()).toBe('1')
  })

  test.each(['', 'much', '1e9', 'NaN', 'Infinity', '1,000', '$5'])('refuses the budget %j', budget => {
    expect(() => affordable(falling, {}, budget)).toThrow(
      new TypeError(`affordable: budget must be a decimal string such as '12.5', was given '${budget}'`),
    )
  })

  test('refuses a budget that is a number, from JavaScript', () => {
    // @ts-expect-error The budget is a string.
    expect(() => affordable(falling, {}, 25)).toThrow(
      /^affordable: budget must be .* was given the number 25$/,
    )
  })

  test('refuses an order that is none, as quote does', () => {
    // @ts-expect-error The order is an object.
    expect(() => affordable(falling, null, '1')).toThrow(TypeError)
  })
})
