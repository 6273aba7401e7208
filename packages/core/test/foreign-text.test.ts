import { describe, expect, test } from 'vitest'
import {
  affordable,
  betterDeal,
  catalogueLimits,
  checkTarget,
  type Param,
  parseDecimal,
  parseJson,
  parseNumeric,
  parseRules,
  parseServices,
  prepareOrder,
  quote,
  type Rule,
  type Service,
} from '../src/index.ts'

/**
 * Each input here would take minutes, or end in a RangeError, if the work grew with its square or if it were handed on as
 * arguments or to a backtracking expression. None is timed: a parser that is not linear does not come to its end.
 */

const million = 1_000_000

function serviceWith(rules: readonly Rule[]): Service {
  const [service] = parseServices('qqtube', [
    { id_service: '1', prices: [{ pricing_per: '1', price: '1' }], params: [{ field_name: 'x' }] },
  ]).services
  const [param] = service?.params ?? []
  if (service === undefined || param === undefined) throw new Error('the row was not read as a service')
  const ruled: Param = { ...param, rules }
  return { ...service, params: [ruled] }
}

const repeated = (rule: Rule, times: number): readonly Rule[] => Array.from({ length: times }, () => rule)

describe('a link of megabytes', () => {
  const named = { takesTarget: true, example: '' }

  test.each([
    ['without an end', `https://${'a'.repeat(4 * million)} b`, ['not_a_link']],
    ['of slashes', `https://a${'/'.repeat(4 * million)} b`, ['not_a_link']],
    ['of a scheme alone', `${'a'.repeat(4 * million)} b`, ['not_a_link']],
    ['of white space', `x${' '.repeat(4 * million)}x`, ['not_a_link']],
    ['of invisible characters', '\u200b'.repeat(4 * million), ['required']],
    ['that is one', `https://${'a.'.repeat(2 * million)}`, []],
  ])('%s is judged in one pass', (_, target, codes) => {
    expect(checkTarget(named, target).map(issue => issue.code)).toEqual(codes)
  })

  test('as the example of a service costs no more', () => {
    const example = `https://${'a'.repeat(4 * million)} b`
    expect(checkTarget({ takesTarget: true, example }, 'someone')).toEqual([])
  })
})

describe('JSON', () => {
  test.each([
    ['one text of 30 million characters', 'x'.repeat(30 * million)],
    ['escaped quotes', '"'.repeat(5 * million)],
    ['backslashes', '\\'.repeat(5 * million)],
    ['backslashes before each quote', '\\\\"'.repeat(2 * million)],
  ])('%s', (_, text) => {
    expect(parseJson(JSON.stringify([text, 1]))).toEqual([text, 1])
    expect(parseJson(`[${JSON.stringify(text)}, 1.50]`)).toEqual([text, '1.50'])
  })

  test('one number of a million digits', () => {
    const digits = `1${'0'.repeat(million)}`
    expect(parseJson(`[${digits}, "1"]`)).toEqual([digits, '1'])
  })

  test('a million numbers that keep their digits', () => {
    const text = `[${'1.50,'.repeat(million)}1.50]`
    const value = parseJson(text)
    expect(Array.isArray(value) && [value.length, new Set(value)]).toEqual([million + 1, new Set(['1.50'])])
  })
})

describe('a number of megabytes', () => {
  const digits = '9'.repeat(5 * million)

  test.each([
    ['digits', digits],
    ['digits and a letter', `${digits}x`],
    ['a fraction', `0.${digits}x`],
    ['an exponent', `1e${digits}`],
    ['white space', `1${' '.repeat(5 * million)}x`],
  ])('of %s is none', (_, text) => {
    expect([parseNumeric(text), parseDecimal(text)]).toEqual([undefined, undefined])
  })

  test('is no quantity, and no rule has it', () => {
    expect(quote(serviceWith([]), { quantity: digits })).toEqual({
      ok: false,
      issues: [{ code: 'not_an_integer', path: 'quantity' }],
    })
    expect(parseRules(`min:${digits}`).rules).toEqual([])
  })

  test('what a catalogue may say is what a buyer may type', () => {
    const greatest = parseNumeric(`${'9'.repeat(990)}e1000`)?.toFixed() ?? ''
    const least = parseNumeric(`0.${'9'.repeat(990)}e-1000`)?.toFixed() ?? ''
    expect([greatest, least].map(text => parseDecimal(text)?.toFixed())).toEqual([greatest, least])
  })

  test.each([0, 1])('is a price if it has as many digits as the limit says and %i more', more => {
    const price = '9'.repeat(catalogueLimits.numberDigits + more)
    const { services, problems } = parseServices('qqtube', [
      { id_service: '1', prices: [{ pricing_per: '1', price }] },
    ])
    expect(services.map(service => service.tiers[0].price)).toEqual(more === 0 ? [price] : [])
    expect(problems.map(({ code }) => code)).toEqual(more === 0 ? [] : ['unusable_tier', 'no_usable_tier'])
  })
})

test('a thousand tiers and all modifiers of a service, in numbers as long as they may be, are solved', () => {
  const long = '7'.repeat(catalogueLimits.numberDigits)
  const prices = Array.from({ length: catalogueLimits.tiers }, (_, index) => ({
    ...{ minimum: index + 1, maximum: index + 1, pricing_per: `${long}.${long}`, price: long },
  }))
  const modified = {
    is_price_modifier: '1',
    modify_type: 'multiply',
    modify_every: `${long}.${long}`,
    modify_by: long,
  }
  const names = Array.from({ length: catalogueLimits.modifiers }, (_, index) => `p${index}`)
  const params = names.map(field_name => ({ field_name, ...modified }))
  const [service] = parseServices('qqtube', [{ id_service: '1', prices, params }]).services
  if (service === undefined) throw new Error('the row was not read as a service')
  const order = { params: Object.fromEntries(names.map(name => [name, long])) }
  expect(affordable(service, order, long)).toBeUndefined()
  expect(betterDeal(service, { ...order, quantity: '1' })).toBeUndefined()
})

describe('two hundred thousand rules', () => {
  const times = million / 5

  test('on a text that is no number say so once', () => {
    const service = serviceWith(repeated({ name: 'min', n: '1' }, times))
    expect(quote(service, { quantity: '1', params: { x: 'y' } })).toEqual({
      ok: false,
      issues: [{ code: 'not_a_number', path: 'x' }],
    })
  })

  test('that all fail in the same words are one issue', () => {
    const service = serviceWith(repeated({ name: 'min', n: '1' }, times))
    expect(quote(service, { quantity: '1', params: { x: '0' } })).toEqual({
      ok: false,
      issues: [{ code: 'below_min', path: 'x', min: '1' }],
    })
  })

  test('on a long text count it once', () => {
    const value = 'é\n'.repeat(million / 10)
    for (const name of ['minchar', 'maxchar', 'minlines'] as const) {
      const service = serviceWith(repeated({ name, n: String(2 * million) }, times))
      const result = quote(service, { quantity: '1', params: { x: value } })
      expect(result.ok ? [] : result.issues).toHaveLength(name === 'maxchar' ? 0 : 1)
    }
  })
})

test('an order of two hundred thousand unknown params has an issue for each', () => {
  const params = Object.fromEntries(Array.from({ length: million / 5 }, (_, index) => [`p${index}`, '1']))
  const result = prepareOrder(serviceWith([]), { target: 'https://example.com/x', quantity: '1', params })
  expect(result.ok ? 0 : result.issues.length).toBe(million / 5)
})
