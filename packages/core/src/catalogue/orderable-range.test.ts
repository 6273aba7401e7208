import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quote } from '../quote/quote.ts'
import { orderableRange } from './orderable-range.ts'
import { parseServices } from './parse-services.ts'
import type { Service } from './service.ts'

type Bounds = readonly [minimum: string, maximum: string | undefined]

const noBounds: Bounds = ['0', undefined]

const [plain] = parseServices('qqtube', [
  { id_service: '1', prices: [{ pricing_per: '1', price: '1' }] },
]).services

function serviceOf(
  minimum: string,
  increment: string,
  [first, ...rest]: readonly [Bounds, ...Bounds[]],
): Service {
  if (plain === undefined) throw new Error('the row was not read as a service')
  const tier = ([from, to]: Bounds) => ({ minimum: from, maximum: to, pricingPer: '1', price: '1' })
  return { ...plain, minimum, increment, tiers: [tier(first), ...rest.map(tier)] }
}

describe('the orderable range', () => {
  test.each<[string, string, string, readonly [Bounds, ...Bounds[]], object | undefined]>([
    ['is the tier', '100', '1', [['100', '5000']], { min: '100', max: '5000', increment: '1' }],
    ['has no upper end without one', '100', '1', [['100', undefined]], { min: '100', increment: '1' }],
    ['begins with the first tier', '10', '1', [['100', '5000']], { min: '100', max: '5000', increment: '1' }],
    ['begins at the minimum', '150', '1', [['100', '5000']], { min: '150', max: '5000', increment: '1' }],
    ['goes by multiples', '150', '100', [['1', '1050']], { min: '200', max: '1000', increment: '100' }],
    [
      'skips a tier without a multiple',
      '1',
      '100',
      [
        ['1', '99'],
        ['150', '250'],
      ],
      { min: '200', max: '200', increment: '100' },
    ],
    [
      'begins behind a gap',
      '100',
      '1',
      [
        ['1', '99'],
        ['200', '300'],
      ],
      { min: '200', max: '300', increment: '1' },
    ],
    [
      'does not mind the order of tiers',
      '1',
      '1',
      [
        ['200', undefined],
        ['1', '99'],
      ],
      { min: '1', increment: '1' },
    ],
    ['is above 0', '0', '5', [['0', '9']], { min: '5', max: '5', increment: '5' }],
    ['is of whole numbers', '1', '2.5', [['0.5', '12.5']], { min: '5', max: '10', increment: '5' }],
    ['is one quantity', '7', '7', [['7', '7']], { min: '7', max: '7', increment: '7' }],
    ['is none above the last tier', '5001', '1', [['100', '5000']], undefined],
    ['is none without a multiple in a tier', '1', '1000', [['1', '999']], undefined],
    ['is none for an increment of 0', '1', '0', [['1', '999']], undefined],
  ])('%s', (_, minimum, increment, tiers, range) => {
    expect(orderableRange(serviceOf(minimum, increment, tiers))).toEqual(range)
  })

  test('of a package is one piece, of lines their number', () => {
    const row = { rate: '1', min: '5', max: '9' }
    const { services } = parseServices('panel', [
      { ...row, service: 1, type: 'Package' },
      { ...row, service: 2, type: 'Custom Comments' },
    ])
    expect(services.map(service => orderableRange(service))).toEqual([
      { min: '1', max: '1', increment: '1' },
      { min: '5', max: '9', increment: '1' },
    ])
  })

  test('holds what quote takes, and its ends are taken', () => {
    const bound = fc.constantFrom('0', '0.5', '1', '3', '7', '10', '12.5', '20')
    const tiers = fc.array(fc.tuple(bound, fc.option(bound, { nil: undefined })), {
      minLength: 1,
      maxLength: 3,
    })
    const increment = fc.constantFrom('1', '2', '0.4', '1.5', '7', '30')
    fc.assert(
      fc.property(bound, increment, tiers, (minimum, step, [first = noBounds, ...rest]) => {
        const service = serviceOf(minimum, step, [first, ...rest])
        const range = orderableRange(service)
        const taken = Array.from({ length: 62 }, (_, quantity) => String(quantity)).filter(
          quantity => quote(service, { quantity }).ok,
        )
        expect(taken[0]).toBe(Number(range?.min ?? 99) < 62 ? range?.min : undefined)
        if (range === undefined || range.max !== undefined) expect(taken.at(-1)).toBe(range?.max)
        for (const quantity of taken) expect(Number(quantity) % Number(range?.increment)).toBe(0)
      }),
    )
  })
})
