import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseServices } from './parse-services.ts'

const small = fc.integer({ min: 0, max: 12 })
const row = fc.record({
  minimum: small,
  increment: fc.integer({ min: 1, max: 4 }),
  tiers: fc.array(fc.tuple(small, small), { minLength: 1, maxLength: 4 }),
})

/** The codes and paths of what is wrong with tiers whose every quantity ends with so many zeros. */
function defects(
  {
    minimum,
    increment,
    tiers,
  }: { minimum: number; increment: number; tiers: readonly (readonly number[])[] },
  zeros: number,
): readonly string[] {
  const long = (value: number | undefined): string => (value === 0 ? '0' : `${value}${'0'.repeat(zeros)}`)
  const prices = tiers.map(([first, last]) => ({
    minimum: long(first),
    maximum: long(last),
    pricing_per: '1',
    price: '1',
  }))
  const service = {
    id_service: '1',
    amount_minimum: long(minimum),
    amount_increment: long(increment),
    prices,
  }
  return parseServices('qqtube', [service]).problems.map(({ code, path }) => `${code} ${path}`)
}

test('what is wrong with tiers does not depend on how long their numbers are', () => {
  fc.assert(
    fc.property(row, tiers => {
      // With a minimum of 0 or 1 a row says that it has none of its own, which no longer one does.
      fc.pre(tiers.minimum !== 1)
      expect(defects(tiers, 0)).toEqual(defects(tiers, 20))
    }),
    { numRuns: 2000 },
  )
})

test('rows that say the same share what is made of it', () => {
  const params = [
    {
      field_name: 'minutes',
      field_validators: 'required|min:10',
      is_price_modifier: '1',
      modify_type: 'add',
      modify_every: '1',
      modify_by: '2',
    },
  ]
  const prices = [{ pricing_per: '1', price: '1' }]
  const { services } = parseServices(
    'qqtube',
    ['1', '2'].map(id_service => ({ id_service, prices, params, is_drip: '1', drip_cost: '0.50' })),
  )
  const [one, other] = services
  expect(one?.flags).toBe(other?.flags)
  expect(one?.drip).toBe(other?.drip)
  expect(one?.params[0]?.rules).toBe(other?.params[0]?.rules)
  expect(one?.params[0]?.modifier).toBe(other?.params[0]?.modifier)
  expect(one?.tiers).not.toBe(other?.tiers)
})
