import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCount } from '../format/money.ts'
import { readQuantity } from './read-quantity.ts'

describe('a quantity', () => {
  test.each([
    ['9,000', '9000'],
    ['9 000', '9000'],
    ['9\u00a0000', '9000'],
    ['9\u202f000', '9000'],
    ['9’000', '9000'],
    ["9'000", '9000'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['1 234 567', '1234567'],
    ['12,34,567', '1234567'],
    ['1,000,000', '1000000'],
    ['1.000.000', '1000000'],
    ['9,000.00', '9000'],
    ['9.000,00', '9000'],
    ['10k', '10000'],
    ['10 K', '10000'],
    ['1.5k', '1500'],
    ['1,25k', '1250'],
    ['2m', '2000000'],
    ['１０００', '1000'],
    ['١٠٠٠', '1000'],
    ['۱٬۰۰۰', '1000'],
    ['\u200b1000\u202c', '1000'],
  ])('%j is understood as %s', (typed, quantity) =>
    expect(readQuantity(typed)).toStrictEqual({ quantity, isUnderstood: true, doubt: undefined }),
  )

  test.each([
    ['1.000', ['1,000', ' 1?']],
    ['9.000', ['9,000']],
    ['1.500', ['1,500']],
    ['1,5', ['15']],
    ['1,50', ['150']],
    ['10,0000', ['100,000']],
    ['1.500k', ['1,500 ', '1,500,000']],
    ['1,500k', ['1,500 ', '1,500,000']],
  ])('%j has two meanings and is asked about', (typed, parts) => {
    const { quantity, isUnderstood, doubt } = readQuantity(typed)
    expect([quantity, isUnderstood]).toStrictEqual(['', false])
    for (const part of parts) expect(doubt).toContain(part)
  })

  test.each([
    '',
    '1000',
    ' 1000 ',
    '007',
    '12.5',
    '0.500',
    '0,500',
    '-5',
    '1e3',
    'ten',
    '1 00',
    '1,00,0',
    '9,000.5',
    '1,000.000',
    '1.000,000',
    'k',
    '1..000',
  ])('%j is left as it is', typed => {
    const { quantity, isUnderstood, doubt } = readQuantity(typed)
    expect([quantity.trim(), isUnderstood, doubt]).toStrictEqual([typed.trim(), false, undefined])
  })
})

test('whatever way a number is shown, the same number is read', () => {
  const ways = fc.constantFrom(
    (n: string) => n,
    formatCount,
    (n: string) => formatCount(n).replaceAll(',', '\u202f'),
    (n: string) => formatCount(n).replaceAll(',', '’'),
    (n: string) => `${n}k`.replace(/000k$/, 'k').replace(/^(\d+)k$/, (all, d) => (`${d}000` === n ? all : n)),
  )
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), ways, (n, way) => {
      expect(readQuantity(way(`${n}`)).quantity).toBe(`${n}`)
    }),
  )
})

test('what is understood is plain digits, what is asked about is blank, whatever the text', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d., km’]{0,70}$/))
  fc.assert(
    fc.property(texts, typed => {
      const { quantity, isUnderstood, doubt } = readQuantity(typed)
      if (isUnderstood) expect(quantity).toMatch(/^\d+$/)
      if (doubt !== undefined) expect([quantity, isUnderstood]).toStrictEqual(['', false])
      expect(readQuantity(quantity).quantity).toBe(quantity)
    }),
    { numRuns: 1000 },
  )
  for (const text of ['1', '1,', '1 ', '.', '\u200b']) {
    expect(readQuantity(text.repeat(1_000_000)).isUnderstood).toBe(false)
  }
})

test('what the screens of the reader’s locale write is read without asking', () => {
  expect(readQuantity('20.000', '.')).toStrictEqual({
    quantity: '20000',
    isUnderstood: true,
    doubt: undefined,
  })
  expect(readQuantity('20,000', '.').quantity).toBe('20000')
  expect(readQuantity('1.5', '.').isUnderstood).toBe(false)
  expect(readQuantity('20.000', ',').doubt).toBeDefined()
})
