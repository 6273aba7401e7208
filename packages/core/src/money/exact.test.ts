import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import {
  type Exact,
  exact,
  exactToDecimal,
  exactWhole,
  isNegative,
  parseExact,
  plus,
  printExact,
  quotient,
  shortExact,
  times,
  toFraction,
} from './exact.ts'
import { add, divide, type Fraction, fraction, fractionToDecimal, multiply } from './fraction.ts'

/** Numbers on both sides of what is short: the limits of a safe integer, few and many places, thirds, denominators below 0. */
const numerator = fc.oneof(
  fc.bigInt(-1000n, 1000n),
  fc.bigInt(-(2n ** 54n), 2n ** 54n),
  fc.bigInt(-(10n ** 70n), 10n ** 70n),
)
const denominator = fc
  .tuple(fc.nat(25), fc.constantFrom(1n, 2n, 3n, 7n, 8n, 125n, 2n ** 53n, 10n ** 61n, -1n, -3n))
  .map(([places, rest]) => 10n ** BigInt(places) * rest)
const number: fc.Arbitrary<Fraction> = fc.record({ numerator, denominator })

function isEqual(left: Fraction, right: Fraction): boolean {
  return left.numerator * right.denominator === right.numerator * left.denominator
}

describe('an exact number is the fraction that it was made of', () => {
  test('alone, in sums and in products', () => {
    fc.assert(
      fc.property(number, number, (left, right) => {
        const [one, other] = [exact(left), exact(right)]
        expect(isEqual(toFraction(one), left)).toBe(true)
        expect(isEqual(toFraction(plus(one, other)), add(left, right))).toBe(true)
        expect(isEqual(toFraction(times(one, other)), multiply(left, right))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('is printed as the decimal of the fraction, and has its sign', () => {
    fc.assert(
      fc.property(number, value => {
        const decimal = fractionToDecimal(value)
        const printed = decimal.isZero() ? '0' : decimal.toFixed()
        expect(printExact(exact(value))).toBe(printed)
        expect(exactToDecimal(exact(value)).toFixed()).toBe(printed)
        expect(isNegative(exact(value))).toBe(printed.startsWith('-'))
      }),
      { numRuns: 1000 },
    )
  })
})

const isShort = ({ long }: Exact): boolean => long === undefined

test('a fraction whose denominator ends as a decimal is short without a rest', () => {
  expect(exact(divide(fraction('2.50'), fraction('8')))).toEqual({
    units: 3125,
    places: 4,
    rest: 1,
    long: undefined,
  })
  expect(exact(divide(fraction('2.5'), fraction('-3')))).toEqual({
    units: -25,
    places: 1,
    rest: 3,
    long: undefined,
  })
})

const greatest = exactWhole(Number.MAX_SAFE_INTEGER)

test.each([
  ['the greatest safe integer', greatest, true],
  ['the next one', exactWhole(2n ** 53n), false],
  ['a sum that is safe', plus(exactWhole(Number.MAX_SAFE_INTEGER - 1), exactWhole(1)), true],
  ['a sum that is not', plus(greatest, exactWhole(1)), false],
  ['a sum below 0 that is not', plus(exactWhole(-Number.MAX_SAFE_INTEGER), exactWhole(-1)), false],
  ['a product that is safe', times(exactWhole(2 ** 26), exactWhole(2 ** 26)), true],
  ['a product that is not', times(exactWhole(2 ** 26), exactWhole(2 ** 27)), false],
  ['22 places', exact({ numerator: 1n, denominator: 10n ** 22n }), true],
  ['23 places', exact({ numerator: 1n, denominator: 10n ** 23n }), false],
])('%s: is short?', (_, value, expected) => {
  expect(isShort(value)).toBe(expected)
})

test('0 has no sign', () => {
  expect(times(exactWhole(0), exactWhole(-5))).toEqual(exactWhole(0))
  expect(printExact(times(exactWhole(-5), exactWhole(0)))).toBe('0')
})

test.each([
  '0',
  '007',
  '2.50',
  '0.0000001',
  '999999999999999.999999999999999',
  '123456789012345678901.5',
  '-3',
])('%s is read as a fraction is', text => {
  expect(isEqual(toFraction(parseExact(text)), fraction(text))).toBe(true)
})

test.each(['', '.', '.5', '5.', '1.2.3', '-1', '+1', ' 1', '1e3', '1,5', '1234567890123456'])(
  '%j is no short text',
  text => {
    expect(shortExact(text)).toBeUndefined()
  },
)

test.each([
  ['2.5', '1000', { units: 25, places: 4, rest: 1, long: undefined }],
  ['12', '1', { units: 12, places: 0, rest: 1, long: undefined }],
  ['12', '1.0', { units: 12, places: 0, rest: 1, long: undefined }],
  ['0.5', '0.1', { units: 5, places: 0, rest: 1, long: undefined }],
  ['0.5', '0.001', { units: 500, places: 0, rest: 1, long: undefined }],
  ['2.5', '3', { units: 25, places: 1, rest: 3, long: undefined }],
  ['-2.5', '1000', { units: -25, places: 4, rest: 1, long: undefined }],
])('%s ÷ %s is exact', (left, right, expected) => {
  expect(quotient(left, right)).toEqual(expected)
})

test('a quotient of decimals is that of their fractions', () => {
  const decimal = fc
    .tuple(
      fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
      fc.constantFrom('1', '10', '100', '1000', '1e12', '1e-3', '1e-25'),
    )
    .map(([units, scale]) => new Decimal(units).times(scale).toFixed())
  const divisor = fc.oneof(
    fc.constantFrom('1', '10', '1000', '0.1', '0.10', '0.001', '1000000000000000000000000'),
    decimal.filter(text => !/^-?[0.]+$/.test(text)),
  )
  fc.assert(
    fc.property(decimal, divisor, (left, right) => {
      expect(isEqual(toFraction(quotient(left, right)), divide(fraction(left), fraction(right)))).toBe(true)
    }),
    { numRuns: 500 },
  )
})
