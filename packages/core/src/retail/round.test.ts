import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '../money/decimal.ts'
import { applyMarkup } from './apply-markup.ts'
import { retailPrice } from './retail-price.ts'
import { type RoundingMode, round } from './round.ts'

const costing = <const Code extends string>(total: string, currency: Code) =>
  retailPrice({ total: new Decimal(total), quantity: new Decimal('1000') }, currency)

const modes = [
  'up',
  'down',
  'ceiling',
  'floor',
  'half_up',
  'half_down',
  'half_even',
] as const satisfies readonly RoundingMode[]

describe('round', () => {
  test.each([
    ['1.254', ['1.26', '1.25', '1.26', '1.25', '1.25', '1.25', '1.25']],
    ['1.255', ['1.26', '1.25', '1.26', '1.25', '1.26', '1.25', '1.26']],
    ['1.256', ['1.26', '1.25', '1.26', '1.25', '1.26', '1.26', '1.26']],
    ['1.245', ['1.25', '1.24', '1.25', '1.24', '1.25', '1.24', '1.24']],
    ['1.25', ['1.25', '1.25', '1.25', '1.25', '1.25', '1.25', '1.25']],
    ['0', ['0', '0', '0', '0', '0', '0', '0']],
  ])('rounds %s by each mode', (total, expected) => {
    const price = costing(total, 'EUR')
    expect(modes.map(mode => round(price, { currency: 'EUR', mode }).total.toFixed())).toEqual(expected)
  })

  test.each([
    ['JPY', '2'],
    ['EUR', '1.55'],
    ['KWD', '1.548'],
    ['CLF', '1.5479'],
  ])('rounds to the decimals of %s', (currency, expected) => {
    expect(round(costing('1.54786', currency), { currency, mode: 'half_up' }).total.toFixed()).toBe(expected)
  })

  test('gives the rest to a step of its own, and whole units to every line', () => {
    const cost = costing('0.3333', 'EUR')
    const price = round(applyMarkup(cost, { currency: 'EUR', percent: '33', fixed: '0.005' }), {
      currency: 'EUR',
      mode: 'up',
    })
    expect(
      price.steps.map(({ kind, addend, total }) => `${kind} ${addend.toFixed(2)} = ${total.toFixed(2)}`),
    ).toEqual(['cost 0.33 = 0.33', 'percent 0.11 = 0.44', 'fixed 0.00 = 0.44', 'rounding 0.01 = 0.45'])
    expect(price.cost.toFixed()).toBe('0.3333')
  })

  test('does not go below a margin floor, whatever the mode', () => {
    const price = applyMarkup(costing('1', 'EUR'), { currency: 'EUR', marginFloor: '33' })
    expect(price.total.toFixed(4)).toBe('1.4925')
    expect(round(price, { currency: 'EUR', mode: 'down' }).total.toFixed()).toBe('1.5')
  })

  test('does not go below a minimum charge, whatever the mode', () => {
    const price = applyMarkup(costing('1', 'JPY'), { currency: 'JPY', minimumCharge: '1.1' })
    expect(round(price, { currency: 'JPY', mode: 'half_even' }).total.toFixed()).toBe('2')
  })

  test('takes three thirds for one', () => {
    const third = retailPrice({ total: new Decimal(1).div(3), quantity: new Decimal(1) }, 'EUR')
    const price = applyMarkup(third, { currency: 'EUR', percent: '200' })
    expect(price.total.lt(1)).toBe(true)
    expect(round(price, { currency: 'EUR', mode: 'down' }).total.toFixed()).toBe('1')
  })

  test('changes nothing but the steps of what is rounded already', () => {
    const once = round(costing('1.234', 'EUR'), { currency: 'EUR', mode: 'up' })
    const twice = round(once, { currency: 'EUR', mode: 'down' })
    expect(twice.total).toEqual(once.total)
    expect(twice.steps.at(-1)?.addend.toFixed()).toBe('0')
  })

  test('refuses another currency', () => {
    // @ts-expect-error The price is in euros.
    expect(() => round(costing('1', 'EUR'), { currency: 'USD', mode: 'up' })).toThrow(
      new TypeError("round: the currency is 'USD', not 'EUR': convert it first"),
    )
  })

  test.each([
    ['nearest', "'nearest'"],
    ['toString', "'toString'"],
    [undefined, 'undefined'],
    [4, 'the number 4'],
  ])('refuses the mode %j', (mode, words) => {
    // @ts-expect-error From JavaScript.
    expect(() => round(costing('1', 'EUR'), { currency: 'EUR', mode })).toThrow(
      new RangeError(
        `round: mode must be one of up, down, ceiling, floor, half_up, half_down, half_even, was given ${words}`,
      ),
    )
  })
})

describe('any retail price', () => {
  const number = (most: number) =>
    fc
      .tuple(fc.nat(most), fc.integer({ min: 0, max: 6 }))
      .map(([digits, places]) => new Decimal(digits).div(new Decimal(10).pow(places)).toFixed())
  const markup = fc.record(
    {
      percent: number(300),
      fixed: number(1_000_000),
      minimumCharge: number(1_000_000),
      marginFloor: number(99),
    },
    { requiredKeys: [] },
  )
  const currency = fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF')
  const priced = fc
    .record({
      cost: number(1_000_000_000),
      per: fc.constantFrom('1', '3', '7'),
      markup,
      currency,
      mode: fc.constantFrom(...modes),
    })
    .map(({ cost, per, markup: source, currency: code, mode }) => {
      const quote = { total: new Decimal(cost).div(per), quantity: new Decimal(1) }
      const full = { ...source, currency: code }
      const exact = applyMarkup(retailPrice(quote, code), full)
      return {
        exact,
        rounded: round(exact, { currency: code, mode }),
        markup: full,
        digits: { JPY: 0, EUR: 2, KWD: 3, CLF: 4 }[code],
      }
    })

  test('has lines of whole units that add up to its total', () => {
    fc.assert(
      fc.property(priced, ({ exact, rounded, digits }) => {
        expect(Decimal.sum(...rounded.steps.map(({ addend }) => addend)).toFixed()).toBe(
          rounded.total.toFixed(),
        )
        expect(rounded.steps.at(-1)?.total).toEqual(rounded.total)
        for (const { addend, total } of rounded.steps) {
          expect(addend.decimalPlaces()).toBeLessThanOrEqual(digits)
          expect(total.decimalPlaces()).toBeLessThanOrEqual(digits)
        }
        const unit = new Decimal(10).pow(-digits)
        expect(rounded.total.minus(exact.total).abs().lt(unit)).toBe(true)
      }),
    )
  })

  test('is never below its minimum charge and its margin floor, rounded or not', () => {
    fc.assert(
      fc.property(priced, ({ exact, rounded, markup: { minimumCharge = '0', marginFloor = '0' } }) => {
        for (const { total, cost } of [exact, rounded]) {
          expect(total.gte(minimumCharge)).toBe(true)
          const margin = total.minus(cost)
          const asked = total.times(marginFloor).div(100)
          // Beyond the digits that are promised, a quotient that does not end is rounded.
          expect(margin.minus(asked).gte(total.times('-1e-40'))).toBe(true)
        }
      }),
    )
  })
})
