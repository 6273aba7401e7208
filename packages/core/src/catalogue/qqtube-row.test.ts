import { describe, expect, test } from 'vitest'
import { parseServices } from './parse-services.ts'
import type { Service } from './service.ts'

const price = { minimum: '1', maximum: '1000', pricing_per: '1000', price: '2.50' }

function parse(fields: Readonly<Record<string, unknown>>): {
  readonly service: Service | undefined
  readonly problems: readonly unknown[]
} {
  const { services, problems } = parseServices('qqtube', [{ id_service: '3', prices: [price], ...fields }])
  return { service: services[0], problems: problems.map(({ code, path, value }) => [code, path, value]) }
}

describe('amounts', () => {
  test.each([
    ['amount_minimum', '', '1', []],
    ['amount_minimum', null, '1', []],
    ['amount_minimum', '0', '0', []],
    ['amount_minimum', 50, '50', []],
    ['amount_minimum', 'ten', '1', [['not_a_number', 'amount_minimum', 'ten']]],
    ['amount_minimum', '-5', '1', [['not_a_number', 'amount_minimum', '-5']]],
    ['amount_increment', '', '1', []],
    ['amount_increment', 0, '1', []],
    ['amount_increment', '1e2', '100', []],
    ['amount_increment', true, '1', [['not_a_number', 'amount_increment', true]]],
  ])('%s %j is %s', (name, value, expected, problems) => {
    const parsed = parse({ [name]: value })
    expect(name === 'amount_minimum' ? parsed.service?.minimum : parsed.service?.increment).toBe(expected)
    expect(parsed.problems).toEqual(problems)
  })
})

describe('flags', () => {
  test.each([true, 1, '1', 'true', 'YES', ' True '])('%j is true', value => {
    expect(parse({ is_geo: value }).service?.flags.geo).toBe(true)
  })

  test.each([false, 0, '0', 'false', 'no', '', null, undefined, '2', [], {}])('%j is false', value => {
    expect(parse({ is_geo: value }).service?.flags.geo).toBe(false)
  })
})

describe('tiers', () => {
  test.each([
    ['blank ends', { minimum: '', maximum: null }, { minimum: '0', maximum: undefined }],
    ['a maximum of 0', { maximum: 0 }, { maximum: undefined }],
    ['a price of 0', { price: '0' }, { price: '0' }],
    ['an exponent', { pricing_per: '1e3' }, { pricingPer: '1000' }],
  ])('%s', (_, wire, expected) => {
    expect(parse({ prices: [{ ...price, ...wire }] }).service?.tiers[0]).toMatchObject(expected)
  })

  test.each([
    ['a price that is no number', { price: 'free' }],
    ['a blank price', { price: '' }],
    ['a price below 0', { price: '-1' }],
    ['pricing_per 0', { pricing_per: '0' }],
    ['a minimum above the maximum', { minimum: '2000' }],
    ['a maximum that is no number', { maximum: 'lots' }],
  ])('%s is unusable, and the other tier stays', (_, wire) => {
    const broken = { ...price, ...wire }
    const { service, problems } = parse({ prices: [broken, price] })
    expect(service?.tiers).toHaveLength(1)
    expect(problems).toEqual([['unusable_tier', 'prices[0]', broken]])
  })

  const tier = (minimum: string, maximum: string) => ({ ...price, minimum, maximum })

  test.each([
    ['adjoining', '1', [tier('1', '1000'), tier('1001', '2000')], []],
    ['listed backwards', '1', [tier('1001', '2000'), tier('1', '1000')], []],
    ['with a gap', '1', [tier('1', '1000'), tier('1002', '2000')], ['tier_gap']],
    ['with a gap that no thousand falls into', '1000', [tier('1', '1000'), tier('1999', '3000')], []],
    ['overlapping', '1', [tier('1', '1000'), tier('1000', '2000')], ['overlapping_tiers']],
    ['behind an open one', '1', [tier('1', ''), tier('5000', '6000')], ['overlapping_tiers']],
  ])('%s', (_, increment, prices, codes) => {
    const { service, problems } = parse({ amount_increment: increment, prices })
    expect(service?.tiers).toHaveLength(prices.length)
    expect(problems.map(problem => Object(problem)[0])).toEqual(codes)
  })
})

describe('params', () => {
  test('keep their texts, options and rules', () => {
    const { service, problems } = parse({
      params: [
        {
          field_label: 'Country',
          field_descr: 'Where from',
          field_placeholder: 'Choose',
          field_name: 'geo-countries',
          field_validators: 'required',
          options: [
            { name: 'Choose one', value: '', error_selection: '1' },
            { name: 'Nowhere', value: 5 },
          ],
        },
      ],
    })
    expect(problems).toEqual([])
    expect(service?.params).toEqual([
      {
        name: 'geo-countries',
        label: 'Country',
        description: 'Where from',
        placeholder: 'Choose',
        rules: [{ name: 'required' }],
        options: [
          { name: 'Choose one', value: '', isErrorSelection: true },
          { name: 'Nowhere', value: '5', isErrorSelection: false },
        ],
        isPriceModifier: false,
        modifier: undefined,
        format: 'options',
        requires: undefined,
        atLeast: undefined,
      },
    ])
  })

  test.each([
    ['min:1', 'number'],
    ['minlines:1', 'lines'],
    ['required|maxchar:5', 'text'],
  ])('with rules %s are shown as %s', (validators, format) => {
    const { service } = parse({ params: [{ field_name: 'a', field_validators: validators }] })
    expect(service?.params[0]?.format).toBe(format)
  })

  const modifier = {
    field_name: 'a',
    is_price_modifier: '1',
    modify_type: 'Add',
    modify_every: '10',
    modify_by: '-0.10',
  }

  test('modifiers are read in any case of modify_type', () => {
    const { service } = parse({ params: [modifier] })
    expect(service?.params[0]?.modifier).toEqual({ type: 'add', every: '10', by: '-0.1' })
  })

  test.each([
    [{ modify_type: 'percent' }, ['unknown_modify_type', 'params[0].modify_type', 'percent']],
    [{ modify_every: '' }, ['unusable_modifier', 'params[0].modify_every', '']],
    [{ modify_every: '0' }, ['unusable_modifier', 'params[0].modify_every', '0']],
    [{ modify_by: 'x' }, ['unusable_modifier', 'params[0].modify_by', 'x']],
  ])('%j leaves the modifier out and reports it', (fields, problem) => {
    const { service, problems } = parse({ params: [{ ...modifier, ...fields }] })
    expect(service?.params[0]).toMatchObject({ isPriceModifier: true, modifier: undefined })
    expect(problems).toEqual([problem])
  })

  test.each([
    [
      'a rule that is unknown',
      [{ field_name: 'a', field_validators: 'regex:x' }],
      ['unknown_rule', 'params[0].field_validators', 'regex:x'],
    ],
    [
      'a rule without its number',
      [{ field_name: 'a', field_validators: 'min' }],
      ['unusable_rule', 'params[0].field_validators', 'min'],
    ],
    [
      'a param without a name',
      [{ field_label: 'A' }],
      ['missing_param_name', 'params[0].field_name', undefined],
    ],
    [
      'a param twice',
      [{ field_name: 'a' }, { field_name: 'a' }],
      ['duplicate_param', 'params[1].field_name', 'a'],
    ],
    ['a param that is no object', ['a'], ['not_a_row', 'params[0]', 'a']],
    ['params that are no list', 'none', ['not_a_list', 'params', 'none']],
  ])('%s is reported', (_, params, problem) => {
    expect(parse({ params }).problems).toEqual([problem])
  })
})

describe('drip', () => {
  test.each([
    ['1', '0.5', { cost: '0.5' }, []],
    ['1', '', { cost: '0' }, []],
    ['0', '0.5', undefined, []],
    ['1', 'x', undefined, [['not_a_number', 'drip_cost', 'x']]],
  ])('is_drip %j at %j', (is_drip, drip_cost, drip, problems) => {
    const parsed = parse({ is_drip, drip_cost })
    expect(parsed.service?.drip).toEqual(drip)
    expect(parsed.problems).toEqual(problems)
  })
})

describe('service 46', () => {
  test('gets the 14 places of the document', () => {
    const { service } = parse({ id_service: 46 })
    const [shareType] = service?.params ?? []
    expect(shareType).toMatchObject({ name: 'share_type', format: 'options', rules: [] })
    expect(shareType?.options.map(option => option.value)).toEqual(
      Array.from({ length: 14 }, (_, index) => String(index)),
    )
    expect(shareType?.options.at(0)?.name).toBe('Facebook')
    expect(shareType?.options.at(13)?.name).toBe('Random')
  })

  test('keeps a share_type of its own', () => {
    const { service } = parse({
      id_service: '46',
      params: [{ field_name: 'share_type', field_label: 'Mine' }],
    })
    expect(service?.params.map(param => param.label)).toEqual(['Mine'])
  })
})

test('unknown fields of the row are kept as they came', () => {
  expect(parse({ speed: { fast: true }, note: 5 }).service?.extra).toEqual({ speed: { fast: true }, note: 5 })
})
