import { describe, expect, test } from 'vitest'
import { serviceOf } from '../../test/service-of.ts'
import type { Service } from '../catalogue/service.ts'
import { betterDeal } from './better-deal.ts'

const tiersOf = (...tiers: readonly (readonly [string, string, string])[]): Service =>
  serviceOf('qqtube', {
    id_service: '1',
    prices: tiers.map(([minimum, maximum, price]) => ({ minimum, maximum, pricing_per: '10', price })),
    params: [
      {
        field_name: 'm',
        is_price_modifier: '1',
        modify_type: 'multiply',
        modify_every: '1',
        modify_by: '1',
        field_validators: 'max:9',
      },
    ],
  })

/** 41 to 50 cost more than 60 of the second tier, and 60 to 100 more than 101 of the third. */
const falling = tiersOf(['1', '50', '3'], ['60', '100', '2'], ['101', '200', '1'])

const panel = (type: string, rate: string): Service =>
  serviceOf('panel', { service: '3', type, rate, min: '1', max: '9' })

describe('betterDeal', () => {
  test.each([
    ['a cent below a later tier', falling, { quantity: '33' }, undefined],
    [
      'a later tier that costs as much',
      tiersOf(['1', '10', '3'], ['11', '30', '1'], ['31', '40', '1']),
      { quantity: '9' },
      ['11', '1.1'],
    ],
    ['the first quantity that is dearer than a later tier', falling, { quantity: '34' }, ['101', '10.1']],
    ['the cheapest of two later tiers', falling, { quantity: '50' }, ['101', '10.1']],
    ['the first quantity of a tier', falling, { quantity: '60' }, ['101', '10.1']],
    ['a quantity inside the last tier', falling, { quantity: '101' }, undefined],
    [
      'exactly the same price',
      tiersOf(['1', '50', '2'], ['100', '200', '1']),
      { quantity: '50' },
      ['100', '10'],
    ],
    [
      'two tiers that are equally cheap',
      tiersOf(['1', '10', '5'], ['20', '20', '2'], ['40', '40', '1']),
      { quantity: '10' },
      ['40', '4'],
    ],
    ['a tier that is free', tiersOf(['1', '10', '5'], ['20', '30', '0']), { quantity: '10' }, ['30', '0']],
    [
      'a free tier without end, which has no greatest',
      tiersOf(['1', '10', '5'], ['20', '30', '0'], ['40', '', '0']),
      { quantity: '10' },
      undefined,
    ],
    ['a factor of 0', falling, { quantity: '10', params: { m: '0' } }, ['200', '0']],
    [
      'a price that falls to 0',
      serviceOf('qqtube', {
        id_service: '1',
        is_drip: '1',
        drip_cost: '-0.2',
        prices: [{ minimum: '1', maximum: '', pricing_per: '10', price: '1' }],
        params: [
          { field_name: 'm', is_price_modifier: '1', modify_type: 'add', modify_every: '1', modify_by: '1' },
        ],
      }),
      { quantity: '3', drip: true, params: { m: '1' } },
      ['10', '0'],
    ],
    ['a quantity that cannot be ordered', falling, { quantity: '55' }, undefined],
    ['no quantity', falling, {}, undefined],
    ['a param with an issue', falling, { quantity: '50', params: { m: '10' } }, undefined],
    ['lines that are free', panel('Custom Comments', '0'), { params: { comments: 'a\nb' } }, ['9', '0']],
    ['lines that are not', panel('Custom Comments', '1'), { params: { comments: 'a\nb' } }, undefined],
    ['no line', panel('Custom Comments', '0'), { params: { comments: ' ' } }, undefined],
    [
      'a quantity for a type that takes none',
      panel('Custom Comments', '0'),
      { quantity: '2', params: { comments: 'a\nb' } },
      undefined,
    ],
    ['a package', panel('Package', '0'), {}, undefined],
    ['a service that charges later', panel('Subscriptions', '0'), {}, undefined],
  ])('answers for %s', (_, service, order, expected) => {
    const better = betterDeal(service, order)
    expect(better && [better.quantity.toFixed(), better.total.toFixed()]).toEqual(expected)
  })

  test('refuses an order that is none, as quote does', () => {
    // @ts-expect-error The order is an object.
    expect(() => betterDeal(falling, 'ten')).toThrow(TypeError)
  })
})
