import { describe, expect, test } from 'vitest'
import { serviceOf } from '../../test/service-of.ts'
import type { Service } from '../catalogue/service.ts'
import { nearest } from './nearest.ts'

const views = serviceOf('qqtube', {
  id_service: '1',
  amount_minimum: '150',
  amount_increment: '100',
  prices: [
    { minimum: '100', maximum: '950', pricing_per: '1000', price: '3' },
    { minimum: '1450', maximum: '2000', pricing_per: '1000', price: '2' },
  ],
})

const endless = serviceOf('qqtube', {
  id_service: '2',
  amount_increment: '2.5',
  prices: [{ minimum: '', maximum: '', pricing_per: '1000', price: '2' }],
})

const panel = (type: string): Service =>
  serviceOf('panel', { service: '3', type, rate: '1', min: '2', max: '9' })

describe('nearest', () => {
  test.each([
    ['below everything', views, '-7', [undefined, '200']],
    ['just below the least, which is a multiple and at least the minimum', views, '199', [undefined, '200']],
    ['at the least', views, '200', [undefined, '300']],
    ['just above the least', views, '201', ['200', '300']],
    ['inside a tier, of an orderable quantity', views, '500', ['400', '600']],
    ['at the last multiple before a gap', views, '900', ['800', '1500']],
    ['inside a gap', views, '1200', ['900', '1500']],
    ['at the first multiple after a gap', views, '1500', ['900', '1600']],
    ['at the greatest', views, '2000', ['1900', undefined]],
    ['above the greatest', views, '90000000000', ['2000', undefined]],
    ['a quantity that is no whole number', views, ' 299.5 ', ['200', '300']],
    [
      'an endless tier whose increment is no whole number',
      endless,
      '1000000000000',
      ['999999999995', '1000000000005'],
    ],
    ['0', endless, '0', [undefined, '5']],
    ['a number of lines', panel('Custom Comments'), '20', ['9', undefined]],
    ['a number of lines at the least', panel('Custom Comments'), '2', [undefined, '3']],
    ['a package, which is ordered once', panel('Package'), '5', ['1', undefined]],
    ['a package at 1', panel('Package'), '1', [undefined, undefined]],
    ['a service that charges later', panel('Subscriptions'), '5', [undefined, undefined]],
  ])('answers %s', (_, service, quantity, expected) => {
    const { below, above } = nearest(service, quantity)
    expect([below?.toFixed(), above?.toFixed()]).toEqual(expected)
  })

  test('has no key for what there is none of', () => {
    expect(Object.keys(nearest(views, '1'))).toEqual(['above'])
    expect(Object.keys(nearest(views, '5000'))).toEqual(['below'])
  })

  test.each(['', ' ', 'many', '1e3', '1,000', 'NaN', 'Infinity', '0x1f'])(
    'refuses the quantity %j',
    quantity => {
      expect(() => nearest(views, quantity)).toThrow(
        new TypeError(`nearest: quantity must be a decimal string such as '12.5', was given '${quantity}'`),
      )
    },
  )

  test('cuts a long text that was given as the quantity', () => {
    expect(() => nearest(views, 'x'.repeat(1e6))).toThrow(/was given 'x{40}…'$/)
  })

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [1500, 'the number 1500'],
    [{}, 'an object'],
    [['1500'], 'an array'],
    [1500n, 'a bigint'],
  ])('refuses a quantity of another type, from JavaScript: %o', (quantity, words) => {
    // @ts-expect-error The quantity is a string.
    expect(() => nearest(views, quantity)).toThrow(
      new TypeError(`nearest: quantity must be a decimal string such as '12.5', was given ${words}`),
    )
  })

  test.each([undefined, null, 'a service'])('refuses %o as the service, from JavaScript', service => {
    // @ts-expect-error The service is an object.
    expect(() => nearest(service, '1')).toThrow(/^the service must be one of parseServices, was given/)
  })
})
