import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lintServices, type Problem, parseServices, quote, type Service } from '../src/index.ts'

function codesOf(problems: readonly Problem[]): ReadonlySet<string> {
  return new Set(problems.map(({ code }) => code))
}

function serviceOf(row: object): Service {
  const [service] = parseServices('qqtube', [row]).services
  if (service === undefined) throw new Error('the row was not read as a service')
  return service
}

test('tiers have a cliff, a dearer piece or no quantity just if trying every quantity finds one', () => {
  const end = fc.integer({ min: 1, max: 30 })
  const tier = fc
    .tuple(end, end, fc.integer({ min: 1, max: 9 }), fc.constantFrom('1', '2', '3'))
    .map(([one, other, price, pricing_per]) => {
      const [minimum, maximum] = one < other ? [one, other] : [other, one]
      return { minimum: String(minimum), maximum: String(maximum), pricing_per, price: String(price) }
    })
  const row = fc.record({
    id_service: fc.constant('1'),
    amount_minimum: fc.constantFrom('1', '5'),
    amount_increment: fc.constantFrom('1', '3'),
    prices: fc.array(tier, { minLength: 1, maxLength: 4 }),
  })
  fc.assert(
    fc.property(row, wire => {
      const service = serviceOf(wire)
      const bases = Array.from({ length: 31 }, (_, quantity) => quote(service, { quantity })).flatMap(
        result => {
          const step = result.ok ? result.quote.steps[0] : undefined
          return step?.kind === 'base' ? [step] : []
        },
      )
      const tiers = new Set(bases.map(step => step.tier))
      const falls = bases.some((step, index) => bases[index - 1]?.total.gt(step.total) === true)
      const isDearer = bases.some(({ tier }, index) => {
        const before = bases[index - 1]?.tier ?? tier
        return Number(tier.price) * Number(before.pricingPer) > Number(before.price) * Number(tier.pricingPer)
      })
      const codes = codesOf(lintServices('qqtube', [wire]))
      expect(codes.has('price_cliff')).toBe(falls)
      expect(codes.has('tier_inverted_price')).toBe(isDearer)
      expect(codes.has('unreachable_tier')).toBe(tiers.size > 0 && tiers.size < service.tiers.length)
    }),
    { numRuns: 300 },
  )
})

test('rules contradict each other just if no value meets them all', () => {
  // Far enough for the least multiple of all increments beyond the ends, 24.
  const numbers = Array.from({ length: 57 }, (_, index) => index - 28).flatMap(number =>
    [1, 2, 3, 4].map(length => `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(length, '0')}`),
  )
  const texts = [1, 2, 3, 4].flatMap(lines =>
    [0, 1, 2, 3, 4, 5, 6].map(more => `${'x\n'.repeat(lines - 1)}x${'x'.repeat(more)}`),
  )
  const rule = fc
    .tuple(
      fc.constantFrom('min', 'max', 'increment', 'minchar', 'maxchar', 'minlines'),
      fc.integer({ min: -4, max: 4 }),
    )
    .map(([name, n]) => {
      if (name === 'min' || name === 'max') return `${name}:${n * 4}`
      return name === 'minlines'
        ? `${name}:${Math.min(3, n)}`
        : `${name}:${name === 'increment' && n === 0 ? 6 : n}`
    })
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 4 }), fc.boolean(), (rules, isModifier) => {
      const row = {
        id_service: '1',
        prices: [{ pricing_per: '1', price: '1' }],
        params: [{ field_name: 'x', field_validators: rules.join('|'), is_price_modifier: isModifier }],
      }
      const service = serviceOf(row)
      const isMet = [...numbers, ...texts].some(x => quote(service, { quantity: '1', params: { x } }).ok)
      expect(codesOf(lintServices('qqtube', [row])).has('contradicting_rules')).toBe(!isMet)
    }),
    { numRuns: 300 },
  )
})

test('a hostile catalogue is looked through in one pass', () => {
  const tiers = Array.from({ length: 1000 }, (_, index) => ({
    minimum: 1000 - index,
    maximum: 2000,
    pricing_per: 1,
    price: index,
  }))
  const options = Array.from({ length: 10_000 }, (_, index) => ({ name: '', value: String(index) }))
  const rules = Array.from(
    { length: 100 },
    (_, index) => `increment:${'7'.repeat(990 + (index % 9))}${index}`,
  )
  const param = {
    field_name: 'x',
    field_validators: `min:1|${rules.join('|')}|max:${'9'.repeat(900)}`,
    options,
  }
  const rows = Array.from({ length: 2 }, (_, id) => ({
    id_service: id,
    public_name: 'x',
    prices: tiers,
    params: [param],
  }))
  expect(lintServices('qqtube', rows).length).toBeGreaterThan(2)
  const numbers = { id_service: '1', amount_minimum: `1${'.000'.repeat(1_000_000)}`, prices: 5, params: {} }
  expect(codesOf(lintServices('qqtube', [numbers]))).toEqual(new Set(['not_a_number', 'no_usable_tier']))
})
