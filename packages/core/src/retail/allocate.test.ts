import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '../money/decimal.ts'
import { allocate } from './allocate.ts'
import { addMoney, type Money } from './retail-price.ts'

const money = <const Code extends string>(total: string, currency: Code): Money<Code> => ({
  currency,
  total: new Decimal(total),
})

const partsOf = (total: Money, weights: readonly string[]) =>
  allocate(total, weights).map(part => part.total.toFixed())

describe('allocate', () => {
  test.each([
    ['divides evenly', money('9.99', 'EUR'), ['1', '1', '1'], ['3.33', '3.33', '3.33']],
    [
      'gives what is left to the first of equal parts',
      money('10', 'EUR'),
      ['1', '1', '1'],
      ['3.34', '3.33', '3.33'],
    ],
    [
      'gives what is left to the largest remainder',
      money('1', 'EUR'),
      ['1', '2', '3'],
      ['0.17', '0.33', '0.5'],
    ],
    ['takes weights with decimals', money('1.01', 'EUR'), ['0.25', '0.750'], ['0.25', '0.76']],
    [
      'gives nothing to a weight of 0',
      money('0.05', 'EUR'),
      ['0', '1', '1', '0'],
      ['0', '0.03', '0.02', '0'],
    ],
    ['gives all to one part', money('0.05', 'EUR'), ['7'], ['0.05']],
    ['divides fewer units than parts', money('2', 'JPY'), ['1', '1', '1'], ['1', '1', '0']],
    ['divides thousandths', money('1', 'KWD'), ['1', '1', '1'], ['0.334', '0.333', '0.333']],
    [
      'divides a refund as it divides a charge',
      money('-10', 'EUR'),
      ['1', '1', '1'],
      ['-3.34', '-3.33', '-3.33'],
    ],
    ['divides nothing', money('0', 'EUR'), ['1', '2'], ['0', '0']],
  ])('%s', (_, total, weights, expected) => {
    expect(partsOf(total, weights)).toEqual(expected)
  })

  test('names the currency in every part', () => {
    expect(allocate(money('1', 'EUR'), ['1', '1']).map(({ currency }) => currency)).toEqual(['EUR', 'EUR'])
  })

  test('loses no unit, and no part is a unit from its exact share', () => {
    const weight = fc
      .tuple(fc.nat(1000), fc.integer({ min: 0, max: 3 }))
      .map(([digits, places]) => new Decimal(digits).div(10 ** places))
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom('JPY', 'EUR', 'KWD'),
        fc.array(weight, { minLength: 1, maxLength: 20 }).filter(weights => weights.some(each => each.gt(0))),
        (units, currency, weights) => {
          const unit = new Decimal(10).pow(-{ JPY: 0, EUR: 2, KWD: 3 }[currency])
          const total = unit.times(units)
          const parts = allocate(
            { currency, total },
            weights.map(each => each.toFixed()),
          )
          expect(Decimal.sum(...parts.map(part => part.total)).toFixed()).toBe(total.toFixed())
          const sum = Decimal.sum(...weights)
          for (const [index, part] of parts.entries()) {
            const share = total.times(weights[index] ?? 0).div(sum)
            expect(part.total.minus(share).abs().lt(unit)).toBe(true)
          }
        },
      ),
    )
  })

  test.each([
    [
      'a total that is not rounded',
      money('1.001', 'EUR'),
      ['1'],
      'allocate: the total has more than 2 decimals, round it first: 1.001',
    ],
    [
      'a weight below 0',
      money('1', 'EUR'),
      ['2', '-1'],
      "allocate: weights[1] must be at least 0, was given '-1'",
    ],
    ['weights of 0 alone', money('1', 'EUR'), ['0', '0.0'], 'allocate: at least one weight must be above 0'],
    ['no weights', money('1', 'EUR'), [], 'allocate: at least one weight must be above 0'],
    ['something without units', money('1', 'XAU'), ['1'], 'the currency XAU has no decimals to round to'],
  ])('refuses %s', (_, total, weights, message) => {
    expect(() => partsOf(total, weights)).toThrow(new RangeError(message))
  })

  test.each([
    [
      money('1', 'EUR'),
      ['half'],
      "allocate: weights[0] must be a decimal string such as '12.5', was given 'half'",
    ],
    [
      money('1', 'EUR'),
      [1],
      "allocate: weights[0] must be a decimal string such as '12.5', was given the number 1",
    ],
    [money('1', 'EUR'), undefined, 'allocate: weights must be an array, was given undefined'],
    [{ currency: 'EUR', total: '1' }, ['1'], "allocate: total must be a finite Decimal, was given '1'"],
    [{ total: new Decimal(1) }, ['1'], "the currency must be a code such as 'EUR', was given undefined"],
  ])('refuses what is of another type, from JavaScript', (total, weights, message) => {
    // @ts-expect-error From JavaScript.
    expect(() => allocate(total, weights)).toThrow(new TypeError(message))
  })
})

describe('addMoney', () => {
  test('adds amounts of one currency exactly', () => {
    expect(addMoney(money('0.1', 'EUR'), money('0.2', 'EUR'), money('-0.05', 'EUR'))).toEqual(
      money('0.25', 'EUR'),
    )
    expect(addMoney(money('0.1', 'EUR'))).toEqual(money('0.1', 'EUR'))
  })

  test('refuses amounts of two currencies', () => {
    // @ts-expect-error Yen are no euros.
    expect(() => addMoney(money('1', 'EUR'), money('1', 'EUR'), money('1', 'JPY'))).toThrow(
      new TypeError("addMoney: an amount is in 'JPY', not 'EUR': convert it first"),
    )
  })
})
