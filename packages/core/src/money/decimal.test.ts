import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Decimal,
  decimalOf,
  parseCatalogueNumber,
  parseDecimal,
  parseNumeric,
  shortestPlain,
} from './decimal.ts'

describe('parseDecimal reads what a buyer types', () => {
  test.each([
    ['0', '0'],
    ['007', '7'],
    [' 2.50 ', '2.5'],
    ['+3', '3'],
    ['-3', '-3'],
    ['9007199254740993', '9007199254740993'],
    ['0.0000001', '0.0000001'],
  ])('%j is %s', (text, expected) => {
    expect(parseDecimal(text)?.toFixed()).toBe(expected)
  })

  test.each([
    '',
    ' ',
    '1e3',
    '1,000',
    '1 000',
    '.5',
    '5.',
    '0x1f',
    'NaN',
    'Infinity',
    '٣٠',
    '--1',
    '1.2.3',
    '１',
  ])('%j is no plain decimal', text => {
    expect(parseDecimal(text)).toBeUndefined()
  })
})

describe('parseNumeric reads what a catalogue says', () => {
  test.each([
    ['1e3', '1000'],
    [' 1.50 ', '1.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+1E-2', '0.01'],
    ['0.08011655652', '0.08011655652'],
    ['1e1000', `1${'0'.repeat(1000)}`],
  ])('%j is %s', (text, expected) => {
    expect(parseNumeric(text)?.toFixed()).toBe(expected)
  })

  test.each([
    '',
    'e3',
    '.',
    '1e',
    '1,000',
    'NaN',
    'Infinity',
    '0x1f',
    '1_000',
    '1e1001',
    '1e-1001',
    '1e99999999999999999999',
  ])('%j is no number', text => {
    expect(parseNumeric(text)).toBeUndefined()
  })
})

describe('parseCatalogueNumber reads a number with few enough digits to calculate with', () => {
  test.each([
    ['1e99', `1${'0'.repeat(99)}`],
    ['9'.repeat(100), '9'.repeat(100)],
    ['1e-100', `0.${'0'.repeat(99)}1`],
    [`${'0'.repeat(200)}1.50${'0'.repeat(200)}`, '1.5'],
    ['0e1000', '0'],
    ['1e100', undefined],
    ['9'.repeat(101), undefined],
    ['1e-101', undefined],
    [`0.${'1'.repeat(101)}`, undefined],
    ['x', undefined],
  ])('%s is %s', (text, expected) => {
    expect(parseCatalogueNumber(text)?.toFixed()).toBe(expected)
  })
})

test('a decimal of units and places is what its text would be', () => {
  const units = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer(),
    fc.integer().map(value => value * 1000),
  )
  fc.assert(
    fc.property(units, fc.nat(22), (value, places) => {
      const [made, read] = [decimalOf(value, places), new Decimal(`${value}e-${places}`)]
      expect([made.s, made.e, made.d, made.toFixed()]).toEqual([read.s, read.e, read.d, read.toFixed()])
      expect(made.plus(1).eq(read.plus(1))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('a short number is printed as it is parsed, or left to the parser', () => {
  const digits = fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', '+', 'e', ' '), maxLength: 8 })
  fc.assert(
    fc.property(digits, text => {
      const printed = shortestPlain(text)
      if (printed !== undefined) expect(printed).toBe(parseNumeric(text)?.toFixed())
    }),
    { numRuns: 2000 },
  )
  expect(['0', '10', '2.50', '0.050', '100.0'].map(shortestPlain)).toEqual(['0', '10', '2.5', '0.05', '100'])
  expect(['', '007', '00.5', '.5', '5.', '1.2.3', '-1', ' 1'].map(shortestPlain)).toEqual(
    Array(8).fill(undefined),
  )
})
