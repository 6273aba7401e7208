import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addAmounts, amount, compareAmounts, subtractAmounts } from './amounts.ts'
import { Decimal } from './decimal.ts'

const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.bigInt({ min: 0n, max: 10n ** 9n }))
  .map(([whole, fraction]) => amount(`${whole}.${String(fraction).padStart(9, '0')}`, 'amount'))

describe('amounts', () => {
  it.each([
    ['0.1', '0.2', '0.3'],
    ['34.21', '0', '34.21'],
    ['0.5', '0.50', '1'],
    [
      '99999999999999999999',
      '0.00000000000000000000000000000000000001',
      '99999999999999999999.00000000000000000000000000000000000001',
    ],
  ])('%s and %s make %s', (one, other, sum) => {
    expect(addAmounts(one, other)).toBe(sum)
  })

  it.each([
    ['1', '0.9', '0.1'],
    ['0.3', '0.3', '0'],
    ['0.1', '0.3', '-0.2'],
    [
      '100',
      '33.333333333333333333333333333333333333333333333333333333333333',
      '66.666666666666666666666666666666666666666666666666666666666667',
    ],
  ])('%s less %s is %s', (one, other, difference) => {
    expect(subtractAmounts(one, other)).toBe(difference)
  })

  it('add up as decimals do, and come back when they are taken off again', () => {
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        const sum = addAmounts(one, other)
        expect(sum).toBe(new Decimal(one).plus(other).toFixed())
        expect(subtractAmounts(sum, other)).toBe(one)
        expect(compareAmounts(one, other)).toBe(new Decimal(one).cmp(other))
      }),
    )
  })

  it.each(['', '-1', '1e3', '0x1f', 'NaN', '1,5', '.5', ' 1'])('%j is no amount', text => {
    expect(() => amount(text, 'funds')).toThrow(/^funds must be a decimal/)
  })
})
