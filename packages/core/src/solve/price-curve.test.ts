import { describe, expect, test } from 'vitest'
import { serviceOf } from '../../test/service-of.ts'
import { type PriceStretch, priceCurve } from './price-curve.ts'

const views = serviceOf('qqtube', {
  id_service: '1',
  amount_increment: '100',
  is_drip: '1',
  drip_cost: '0.5',
  prices: [
    { minimum: '50', maximum: '950', pricing_per: '1000', price: '3' },
    { minimum: '951', maximum: '', pricing_per: '1000', price: '2.5' },
    { minimum: '500', maximum: '1200', pricing_per: '1', price: '7' },
  ],
  params: [
    {
      field_name: 'm',
      is_price_modifier: '1',
      modify_type: 'add',
      modify_every: '1',
      modify_by: '-1',
      field_validators: 'max:9',
    },
  ],
})

const thirds = serviceOf('qqtube', {
  id_service: '1',
  prices: [{ minimum: '1', maximum: '3', pricing_per: '3', price: '1' }],
})

const panel = (type: string) => serviceOf('panel', { service: '3', type, rate: '1', min: '2', max: '9' })

const texts = ({ from, to, totalAtFrom, totalAtTo, unitPrice }: PriceStretch) =>
  [from, to, totalAtFrom, totalAtTo, unitPrice].map(number => number?.toFixed())

const third = `0.${'3'.repeat(60)}`

describe('priceCurve', () => {
  test.each([
    [
      'begins and ends at quantities that can be ordered',
      views,
      {},
      [
        ['100', '900', '0.3', '2.7', '0.003'],
        ['1000', undefined, '2.5', undefined, '0.0025'],
      ],
    ],
    [
      'has drip in the price of a piece',
      views,
      { drip: true },
      [
        ['100', '900', '0.8', '7.2', '0.008'],
        ['1000', undefined, '7.5', undefined, '0.0075'],
      ],
    ],
    [
      'begins where the price is not below zero',
      views,
      { params: { m: '2' } },
      [
        ['700', '900', '0.1', '0.7', '0.003'],
        ['1000', undefined, '0.5', undefined, '0.0025'],
      ],
    ],
    [
      'leaves out a tier whose every price is below zero',
      views,
      { params: { m: '3' } },
      [['1200', undefined, '0', undefined, '0.0025']],
    ],
    ['gives a price that does not end with all of its digits', thirds, {}, [['1', '3', third, '1', third]]],
    ['counts lines', panel('Custom Comments'), {}, [['2', '9', '0.002', '0.009', '0.001']]],
    ['has one quantity of a package', panel('Package'), {}, [['1', '1', '1', '1', '1']]],
    ['is empty for a service that charges later', panel('Subscriptions'), {}, []],
    ['is empty for params with an issue', views, { params: { m: '10' } }, []],
    ['is empty for drip at a service that has none', thirds, { drip: true }, []],
  ])('%s', (_, service, order, expected) => {
    expect(priceCurve(service, order).map(texts)).toEqual(expected)
  })

  test('refuses an order that is none, as quote does', () => {
    // @ts-expect-error The order is an object.
    expect(() => priceCurve(views)).toThrow(TypeError)
  })
})
