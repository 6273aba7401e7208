import { parseServices, quote, type Service } from '@orderwright/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeQuantityIssue } from './describe-quantity-issue.ts'

type Range = readonly [minimum: number, maximum: number | '']

function service(minimum: number, increment: number, ranges: readonly Range[]): Service | undefined {
  return parseServices('qqtube', [
    {
      id_service: '1',
      public_name: 'Sample',
      type_name: 'Views',
      amount_minimum: `${minimum}`,
      amount_increment: `${increment}`,
      prices: ranges.map(([from, to]) => ({
        minimum: `${from}`,
        maximum: `${to}`,
        pricing_per: '1',
        price: '1',
      })),
      params: [],
    },
  ]).services[0]
}

function said(of: Service | undefined, quantity: string): string | undefined {
  const result = of && quote(of, { quantity })
  const [issue] = result?.ok === false ? result.issues : []
  return of && issue && describeQuantityIssue(of, issue, quantity)
}

test.each([
  [service(1000, 1000, [[1000, 9000]]), '1500', 'Sold in steps of 1,000. Use 1,000 or 2,000?'],
  [service(1000, 1000, [[1000, 9000]]), '999', 'The least you can order is 1,000.'],
  [service(1000, 1000, [[1000, 9500]]), '9001', 'The most you can order is 9,000.'],
  [service(1000, 1000, [[1000, 9500]]), '9501', 'The most you can order is 9,000.'],
  [
    service(1, 100, [
      [1, 4999],
      [6000, 9000],
    ]),
    '5500',
    'No price for 5,500. Nearest: 4,900 or 6,000.',
  ],
  [service(150, 100, [[1, 1000]]), '160', 'The least you can order is 200.'],
  [service(1, 1, [[10, '']]), '5', 'The least you can order is 10.'],
  [service(1, 1, [[10, '']]), '1.5', 'Enter a whole number.'],
  [service(1, 1, [[10, 20]]), '', undefined],
])('what can be ordered instead is named: %#', (of, quantity, sentence) => {
  expect(of).toBeDefined()
  expect(said(of, quantity)).toBe(sentence)
})

test('every quantity that a sentence names can be ordered', () => {
  const count = fc.integer({ min: 1, max: 400 })
  const ranges = fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(
      count,
      fc.integer({ min: 1, max: 60 }),
      ranges,
      count,
      (minimum, increment, pairs, quantity) => {
        const of = service(
          minimum,
          increment,
          pairs.map(([one, other]) => [Math.min(one, other), Math.max(one, other)]),
        )
        const sentence = said(of, `${quantity}`) ?? ''
        if (of === undefined || sentence.includes('any quantity')) return
        const named =
          sentence.replace(/^No price for [^.]*\.|^Sold in steps of [^.]*\./, '').match(/\d+/g) ?? []
        for (const name of named) expect(quote(of, { quantity: name }).ok, `${sentence} ${name}`).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})
