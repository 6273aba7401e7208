import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '../money/decimal.ts'
import { isDate } from '../rules/check-value.ts'
import { countLines } from '../rules/text.ts'
import {
  datePattern,
  greatestPattern,
  leastPattern,
  linesPattern,
  multiplePattern,
  negativePattern,
  quantityPattern,
} from './text-patterns.ts'

const matches = (pattern: string | undefined, text: string): boolean =>
  new RegExp(pattern ?? '$^', 'u').test(text)

/** A number near a bound, in the ways in which people write it. */
const near = (bound: number): readonly string[] =>
  [-1, -0.5, -0.01, 0, 0.01, 0.5, 1].flatMap(distance => {
    const [sign = '', digits = ''] =
      /^(-?)(.*)$/.exec(new Decimal(bound).plus(distance).toFixed())?.slice(1) ?? []
    return [
      `${sign}${digits}`,
      ` ${sign}00${digits} `,
      `${sign}${digits.includes('.') ? `${digits}0` : `${digits}.00`}`,
    ]
  })

const bounds = [-1000, -120, -11, -10, -9, -1, 0, 1, 5, 9, 10, 11, 19, 20, 99, 100, 101, 999, 1000]

describe.each(bounds)('a bound of %i', bound => {
  test.each(near(bound))('is told by the digits of %j', text => {
    expect(matches(leastPattern(BigInt(bound)), text)).toBe(new Decimal(text.trim()).gte(bound))
    expect(matches(greatestPattern(BigInt(bound)), text)).toBe(new Decimal(text.trim()).lte(bound))
    expect(matches(negativePattern, text)).toBe(new Decimal(text.trim()).lt(0))
  })
})

test('a quantity lies between its ends just if its number does', () => {
  const end = fc.integer({ min: 1, max: 2000 })
  fc.assert(
    fc.property(end, end, end, fc.constantFrom('', ' ', '00'), (one, other, quantity, before) => {
      const [least, greatest] = one < other ? [one, other] : [other, one]
      const pattern = quantityPattern(BigInt(least), BigInt(greatest))
      expect(matches(pattern, `${before}${quantity}`)).toBe(least <= quantity && quantity <= greatest)
      expect(matches(quantityPattern(BigInt(least), undefined), `${quantity} `)).toBe(least <= quantity)
    }),
  )
})

test('a multiple is told by its last digits, if they tell', () => {
  for (const step of [1, 2, 5, 10, 25, 40, 250, 1000]) {
    for (const number of [0, 1, 4, 5, 10, 25, 40, 50, 75, 80, 100, 250, 999, 1000, 1250]) {
      expect([step, number, matches(multiplePattern(BigInt(step)), `${number}.0`)]).toEqual([
        step,
        number,
        number % step === 0,
      ])
    }
  }
  expect([3n, 30n, 10_000_000n].map(multiplePattern)).toEqual([undefined, undefined, undefined])
})

test('lines are counted as the judge counts them', () => {
  const text = fc
    .array(fc.constantFrom('x', ' ', '\n', '\u200b', 'yz'), { maxLength: 12 })
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 5 }), (lines, count) => {
      expect(matches(linesPattern(count), lines)).toBe(countLines(lines) >= count)
    }),
  )
})

test('a date is real just if the judge takes it', () => {
  for (const year of ['0000', '1900', '2000', '2023', '2024', '2100']) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        for (const text of [
          `${day}/${month}/${year}`,
          `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`,
        ]) {
          if (matches(datePattern, text) !== isDate(text)) expect.fail(text)
        }
      }
    }
  }
})
