import { Decimal, parseServices, priceCurve, quote, type Service } from '@orderwright/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adviseOnPrice, nearestQuantities } from './price-advice.ts'
import { priceChart, priceRows } from './price-chart.ts'
import { quickQuantities } from './quick-quantities.ts'

type TierRow = readonly [minimum: string, maximum: string, price: string]

/** A service in steps of 1,000, and what it costs by the thousand. */
function service(...tiers: readonly TierRow[]): Service {
  const [parsed] = parseServices('qqtube', [
    {
      id_service: '1',
      public_name: 'Views',
      amount_minimum: '1000',
      amount_increment: '1000',
      prices: tiers.map(([minimum, maximum, price]) => ({ minimum, maximum, pricing_per: '1000', price })),
    },
  ]).services
  if (parsed === undefined) throw new Error('the sample row did not parse')
  return parsed
}

const views = service(['1000', '9000', '2.50'], ['10000', '49000', '2.10'], ['50000', '', '1.90'])

function advice(quantity: string): ReturnType<typeof adviseOnPrice> {
  return adviseOnPrice(views, {}, quantity, priceCurve(views, {}))
}

test('says the next price break, and what costs less than this though it is more', () => {
  expect(advice('8000')).toStrictEqual({ kind: 'price_break', quantity: '10000', per1000: '2.1' })
  expect(advice('9000')).toStrictEqual({ kind: 'costs_less', quantity: '10000', saving: '1.5' })
  expect(advice('45000')).toStrictEqual({ kind: 'price_break', quantity: '50000', per1000: '1.9' })
  expect(advice('46000')).toStrictEqual({ kind: 'costs_less', quantity: '50000', saving: '1.6' })
  expect([advice('50000'), advice('500')]).toStrictEqual([undefined, undefined])
})

test('a break to a dearer price is none', () => {
  const dearer = service(['1000', '9000', '2.50'], ['10000', '', '2.60'])
  expect(adviseOnPrice(dearer, {}, '8000', priceCurve(dearer, {}))).toBe(undefined)
})

test.each([
  ['9500', ['9000', '10000']],
  ['0', ['1000']],
  ['5500', ['5000', '6000']],
])('next to %s lie %j', (quantity, offered) =>
  expect(nearestQuantities(views, quantity)).toStrictEqual(offered),
)

test('round quantities begin with the least, stay in the ranges and within what the account has', () => {
  const curve = priceCurve(views, {})
  expect(quickQuantities(views, curve, undefined)).toStrictEqual(['1000', '5000', '10000', '50000'])
  expect(quickQuantities(views, curve, '12.50')).toStrictEqual(['1000', '5000'])
  expect(quickQuantities(views, curve, '2.49')).toStrictEqual([])
  expect(quickQuantities(views, [], undefined)).toStrictEqual([])
  const odd = service(['3000', '9000', '1'], ['12000', '60000', '1'])
  expect(quickQuantities(odd, priceCurve(odd, {}), undefined)).toStrictEqual(['3000', '5000', '50000'])
})

test('whatever is offered can be ordered', () => {
  const tiers = fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(300)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(tiers, fc.nat(90_000), (rows, typed) => {
      const odd = service(
        ...rows.map(
          ([from, length, cents]): TierRow => [
            `${from * 1000}`,
            `${(from + length) * 1000}`,
            new Decimal(cents).div(100).toFixed(),
          ],
        ),
      )
      const curve = priceCurve(odd, {})
      const offered = [...quickQuantities(odd, curve, undefined), ...nearestQuantities(odd, `${typed}`)]
      expect(offered.filter(quantity => !quote(odd, { quantity }).ok)).toStrictEqual([])
      for (const quantity of offered) {
        const found = adviseOnPrice(odd, {}, quantity, curve)
        if (found !== undefined) expect(quote(odd, { quantity: found.quantity }).ok).toBe(true)
      }
    }),
  )
})

test('the chart reaches beyond the next price break, with its edge, its cliff and the chosen point', () => {
  const chart = priceChart(priceCurve(views, {}), '8000')
  expect(chart).toMatchObject({ least: '1000', greatest: '16000', dearest: '33.6', edges: ['191.0'] })
  expect(chart?.lines).toHaveLength(2)
  expect(chart?.cliffs).toStrictEqual([{ from: { x: '170.3', y: '29.4' }, to: { x: '191.0', y: '32.8' } }])
  expect(chart?.chosen).toStrictEqual({ x: '149.7', y: '35.0' })
})

test('one quantity and none have no chart; a price of nothing has one', () => {
  const single = service(['1000', '1000', '2'])
  expect(priceChart(priceCurve(single, {}), '1000')).toBe(undefined)
  expect(priceChart([], '1')).toBe(undefined)
  const free = service(['1000', '', '0'])
  expect(priceChart(priceCurve(free, {}), undefined)?.lines).toStrictEqual([
    { from: { x: '5.0', y: '5.0' }, to: { x: '315.0', y: '5.0' } },
  ])
})

test('the table has the stretches around the quantity, with what begins cheaper than the one before ends', () => {
  expect(priceRows(priceCurve(views, {}), '12000')).toStrictEqual([
    { from: '1000', to: '9000', totalAtFrom: '2.5', per1000: '2.5', isChosen: false, isCliff: false },
    { from: '10000', to: '49000', totalAtFrom: '21', per1000: '2.1', isChosen: true, isCliff: true },
    { from: '50000', to: undefined, totalAtFrom: '95', per1000: '1.9', isChosen: false, isCliff: true },
  ])
  const many = service(
    ...Array.from({ length: 40 }, (_, index): TierRow => {
      const quantity = `${(index + 1) * 1000}`
      return [quantity, quantity, `${index % 2}`]
    }),
  )
  const rows = priceRows(priceCurve(many, {}), '30000')
  expect([rows.length, rows[0]?.from, rows.findIndex(({ isChosen }) => isChosen)]).toStrictEqual([
    12,
    '24000',
    6,
  ])
})
