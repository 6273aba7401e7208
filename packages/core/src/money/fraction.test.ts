import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import { add, divide, fraction, fractionToDecimal, isLess, isMultiple, multiply } from './fraction.ts'

describe('a fraction', () => {
  test('is divided once: 1000 × 2.50 ÷ 3 × 3 is 2500', () => {
    const third = divide(multiply(fraction('1000'), fraction('2.50')), fraction('3'))
    expect(fractionToDecimal(multiply(third, fraction('3'))).toFixed()).toBe('2500')
  })

  test('keeps an expansion of 40 significant digits exact', () => {
    const digits = '0.1234567890123456789012345678901234567891'
    expect(fractionToDecimal(fraction(digits)).toFixed()).toBe(digits)
  })

  test('reads the digits of a tiny number', () => {
    expect(fraction('0.0000001')).toEqual({ numerator: 1n, denominator: 10_000_000n })
  })

  test('refuses a division by 0', () => {
    expect(() => divide(fraction('1'), fraction('0.00'))).toThrow(TypeError)
  })

  test('adds and multiplies as integers do', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (left, right) => {
        const [a, b] = [fraction(left.toString()), fraction(right.toString())]
        expect(add(a, b)).toEqual({ numerator: left + right, denominator: 1n })
        expect(multiply(a, b)).toEqual({ numerator: left * right, denominator: 1n })
      }),
    )
  })

  test('keeps a sum of many amounts as short as the longest of them', () => {
    const amounts = ['0.01', '2.5', '3', '0.125', '100'].map(text => divide(fraction(text), fraction('3')))
    const sum = Array.from({ length: 1000 }, (_, index) => amounts[index % 5] ?? fraction('0')).reduce(add)
    expect([sum.numerator * 3n, sum.denominator]).toEqual([105_635n * 200n * 3n, 3000n])
  })

  test.each(['', ' ', '1e-7', '0x1f', 'NaN', '1.5.5', '1,5', ' 1'])(
    'refuses %j as no plain decimal',
    text => {
      expect(() => fraction(text)).toThrow(TypeError)
    },
  )

  test('reads plain notation as decimals do', () => {
    const text = fc.tuple(
      fc.constantFrom('', '-', '+'),
      fc.nat().map(String),
      fc.option(fc.stringMatching(/^[0-9]{1,40}$/)),
    )
    fc.assert(
      fc.property(text, ([sign, whole, places]) => {
        const written = `${sign}${whole}${places === null ? '' : `.${places}`}`
        const { numerator, denominator } = fraction(written)
        expect(new Decimal(numerator.toString()).div(denominator.toString()).eq(written)).toBe(true)
      }),
    )
  })

  test('is the same by moving the point as by dividing', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 61n), 10n ** 61n), fc.nat(80), (numerator, places) => {
        const denominator = 10n ** BigInt(places)
        const divided = new Decimal(numerator.toString()).div(denominator.toString())
        const moved = fractionToDecimal({ numerator, denominator })
        expect([moved.toFixed(), moved.s, moved.e]).toEqual([divided.toFixed(), divided.s, divided.e])
      }),
    )
  })

  test('is the same however long its numbers are', () => {
    const short = fc.tuple(fc.bigInt(-(10n ** 61n), 10n ** 61n), fc.bigInt(1n, 10n ** 61n))
    const factor = fc.bigInt(10n ** 199n, 10n ** 260n)
    fc.assert(
      fc.property(short, factor, ([numerator, denominator], length) => {
        const long = { numerator: numerator * length, denominator: denominator * length }
        const [one, other] = [fractionToDecimal({ numerator, denominator }), fractionToDecimal(long)]
        expect([other.toFixed(), other.e]).toEqual([one.toFixed(), one.e])
      }),
    )
  })

  test.each([
    [10n ** 300n, 1n, `1${'0'.repeat(300)}`],
    [1n, 10n ** 300n, `0.${'0'.repeat(299)}1`],
    [-(10n ** 300n) - 1n, 10n ** 300n, '-1'],
    [(10n ** 60n + 5n) * 10n ** 250n, 10n ** 251n, `1${'0'.repeat(59)}`],
    [(10n ** 60n + 15n) * 10n ** 250n, 10n ** 251n, `1${'0'.repeat(58)}2`],
    [(10n ** 60n + 5n) * 10n ** 250n + 1n, 10n ** 251n, `1${'0'.repeat(58)}1`],
    [0n, 10n ** 300n, '0'],
  ])('rounds a long one half to even at the 60th digit: %s / %s', (numerator, denominator, expected) => {
    expect(fractionToDecimal({ numerator, denominator }).toFixed()).toBe(expected)
  })

  test.each([
    ['0.9', '1', true],
    ['1', '1.0', false],
    ['1.1', '1', false],
    ['-2', '1', true],
    ['0.05', '0.1', true],
  ])('%s is less than %s: %s', (left, right, expected) => {
    expect(isLess(fraction(left), fraction(right))).toBe(expected)
  })

  test.each([
    ['150', '50', true],
    ['151', '50', false],
    ['1', '0.25', true],
    ['1', '0.3', false],
    ['0', '50', true],
    ['7', '0', false],
  ])('%s is a multiple of %s: %s', (value, of, expected) => {
    expect(isMultiple(fraction(value), fraction(of))).toBe(expected)
  })
})
