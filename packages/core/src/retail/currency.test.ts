import { data } from 'currency-codes'
import { describe, expect, test } from 'vitest'
import { currencyDigits } from './currency.ts'

/** Listed by ISO 4217 without a minor unit: metals, units of account, test codes. */
const withoutUnits = data.filter(({ code, digits }) => digits === 0 && /^X(?!AF|OF|PF)/.test(code))

describe('currencyDigits', () => {
  test('gives the minor unit of every currency in the list of ISO 4217', () => {
    const listed = data.filter(row => !withoutUnits.includes(row))
    expect(listed.length).toBeGreaterThan(150)
    expect(listed.map(({ code }) => [code, currencyDigits(code)])).toEqual(
      listed.map(({ code, digits }) => [code, digits]),
    )
  })

  test('refuses what the list has without a minor unit', () => {
    expect(withoutUnits.map(({ code }) => code)).toContain('XAU')
    for (const { code } of withoutUnits) {
      expect(() => currencyDigits(code)).toThrow(
        new RangeError(`the currency ${code} has no decimals to round to`),
      )
    }
  })

  test('gives 2 for a code that is newer than the list', () => {
    expect(currencyDigits('XCG')).toBe(2)
  })

  test.each([
    ['', "''"],
    ['eur', "'eur'"],
    ['EURO', "'EURO'"],
    ['US$', "'US$'"],
    ['EUR\n', "'EUR\n'"],
    [undefined, 'undefined'],
    [978, 'the number 978'],
    [['EUR'], 'an array'],
  ])('refuses %j', (code, words) => {
    // @ts-expect-error From JavaScript.
    expect(() => currencyDigits(code)).toThrow(
      new TypeError(`the currency must be a code such as 'EUR', was given ${words}`),
    )
  })
})
