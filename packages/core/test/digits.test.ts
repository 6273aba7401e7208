import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, parseServices, promisedDigits, quote } from '../src/index.ts'
import { type Fraction, fraction } from '../src/money/fraction.ts'

/** What a quantity costs at a price for every so many pieces. */
function totalOf(quantity: bigint, price: string, pricingPer: bigint): Decimal {
  const row = { id_service: '1', prices: [{ minimum: '1', pricing_per: String(pricingPer), price }] }
  const [service] = parseServices('qqtube', [row]).services
  const result = service && quote(service, { quantity: String(quantity) })
  if (!result?.ok) throw new Error('the order has no price')
  return result.quote.total
}

/** Whether a total is as near to the exact one as so many digits tell. */
function isRight(total: Decimal, exact: Fraction, digits: number): boolean {
  const given = fraction(total)
  const difference = given.numerator * exact.denominator - exact.numerator * given.denominator
  const distance = difference < 0n ? -difference : difference
  return distance * 10n ** BigInt(digits) <= exact.numerator * given.denominator
}

describe('the promise about digits', () => {
  const { exact, right } = promisedDigits
  const quantity = fc.bigInt(1n, 10n ** 9n)

  test('a total whose expansion ends within the promised digits is exact', () => {
    const longest = 10n ** BigInt(exact) - 1n
    const total = fc.tuple(fc.bigInt(1n, longest), fc.nat(exact))
    const perPiece = fc.constantFrom(1n, 3n, 7n, 1000n)
    fc.assert(
      fc.property(total, quantity, perPiece, ([digits, places], count, pricingPer) => {
        const expected = new Decimal(`${digits}e-${places}`)
        const price = new Decimal(`${digits * pricingPer}e-${places}`)
        expect(totalOf(count, price.toFixed(), count * pricingPer).toFixed()).toBe(expected.toFixed())
      }),
    )
  })

  test('any other total is right to the promised digits', () => {
    const price = fc.tuple(fc.bigInt(1n, 10n ** 50n), fc.nat(60))
    fc.assert(
      fc.property(price, quantity, fc.bigInt(1n, 10n ** 30n), ([digits, places], count, pricingPer) => {
        const total = totalOf(count, new Decimal(`${digits}e-${places}`).toFixed(), pricingPer)
        const exactly = { numerator: digits * count, denominator: pricingPer * 10n ** BigInt(places) }
        expect(isRight(total, exactly, right)).toBe(true)
      }),
    )
  })

  test('is one sentence, in the docstring and in the README', () => {
    const sentence = `whose decimal expansion ends within ${exact} significant digits is exact; any other is right to at least ${right}.`
    for (const file of ['src/money/decimal.ts', 'README.md']) {
      const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').replace(/\s+(?:\* )?/g, ' ')
      expect(text).toContain(sentence)
      expect(text.match(/significant digit/g)).toHaveLength(1)
    }
  })
})
