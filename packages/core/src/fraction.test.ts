import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, divide, fraction, fractionToDecimal, multiply } from './fraction.ts'

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
})
