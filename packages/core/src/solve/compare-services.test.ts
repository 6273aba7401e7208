import { describe, expect, test } from 'vitest'
import { serviceOf } from '../../test/service-of.ts'
import { compareServices } from './compare-services.ts'

const followers = (service: string, rate: string, max = '9000') =>
  serviceOf('panel', { service, type: 'Default', rate, min: '10', max })

describe('compareServices', () => {
  test('puts the cheapest first, equally cheap ones in the order of the list, and then those that refuse', () => {
    const services = [
      followers('small', '0.1', '50'),
      followers('dear', '3'),
      followers('fair', '1.50'),
      followers('same', '1.5'),
      followers('tiny', '0.1', '20'),
    ]
    const compared = compareServices(services, { quantity: '1000' })
    expect(
      compared.map(({ service: { id }, result }) => [
        id,
        result.ok ? result.quote.total.toFixed() : result.issues,
      ]),
    ).toEqual([
      ['fair', '1.5'],
      ['same', '1.5'],
      ['dear', '3'],
      ['small', [{ code: 'above_max', path: 'quantity', max: '50' }]],
      ['tiny', [{ code: 'above_max', path: 'quantity', max: '20' }]],
    ])
    expect(compared[0]?.service).toBe(services[2])
  })

  test('compares by all digits', () => {
    const services = [followers('more', '1.000000000000000000000000001'), followers('less', '1')]
    expect(compareServices(services, { quantity: '1000' }).map(({ service }) => service.id)).toEqual([
      'less',
      'more',
    ])
  })

  test('compares totals of any size, and nothing', () => {
    const rates = [
      '1000000000000000000000',
      '0.00000000000001',
      '0',
      '99999999.5',
      '10000000',
      '9.999999999',
      '0.0',
      '100000000',
      '10',
    ]
    const sorted = [
      '0',
      '0',
      '0.00000000000001',
      '9.999999999',
      '10',
      '10000000',
      '99999999.5',
      '100000000',
      '1000000000000000000000',
    ]
    const compared = compareServices(
      rates.map(rate => followers(rate, rate)),
      { quantity: '1000' },
    )
    expect(compared.map(({ result }) => result.ok && result.quote.total.toFixed())).toEqual(sorted)
  })

  test('has nothing to say of no services', () => {
    expect(compareServices([], { quantity: '1000' })).toEqual([])
  })

  test.each([
    [undefined, 'undefined'],
    [followers('one', '1'), 'an object'],
    ['services', "'services'"],
  ])('refuses services that are no array, from JavaScript', (services, words) => {
    // @ts-expect-error The services are an array.
    expect(() => compareServices(services, {})).toThrow(
      new TypeError(`compareServices: services must be an array, was given ${words}`),
    )
  })

  test('refuses an order that is none, as quote does', () => {
    // @ts-expect-error The order is an object.
    expect(() => compareServices([followers('one', '1')], null)).toThrow(TypeError)
  })
})
