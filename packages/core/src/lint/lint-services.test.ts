import { describe, expect, test } from 'vitest'
import { parseServices } from '../catalogue/parse-services.ts'
import { lintServices } from './lint-services.ts'

const tier = (minimum: string, maximum: string, price: string, pricing_per = '1000') => ({
  minimum,
  maximum,
  pricing_per,
  price,
})

const row = { id_service: '3', public_name: 'Views', prices: [tier('1', '1000', '2')] }

/** The problems of a row with these fields, without what all of them share. */
const lint = (fields: object) =>
  lintServices('qqtube', [{ ...row, ...fields }]).map(({ code, path, value }) => [code, path, value])

const lintPrices = (...prices: readonly object[]) => lint({ prices })

describe('tiers', () => {
  test.each([
    ['that get cheaper slowly', [tier('1', '99', '2'), tier('100', '', '1.999')], []],
    ['of one price', [tier('1', '99', '2'), tier('100', '', '2')], []],
    ['of one price in other words', [tier('1', '99', '2'), tier('100', '', '4', '2000')], []],
  ])('%s are as they should be', (_, prices, expected) => {
    expect(lintPrices(...prices)).toEqual(expected)
  })

  test('a piece that costs more in a greater order is told with both prices', () => {
    expect(lintPrices(tier('1', '99', '2'), tier('100', '', '2.5'))).toEqual([
      [
        'tier_inverted_price',
        'prices[1]',
        { price: '2.5', pricingPer: '1000', earlierPrice: '2', earlierPricingPer: '1000' },
      ],
    ])
  })

  test('are compared by their quantities, not as they are listed, and an unusable one is passed over', () => {
    const prices = [tier('100', '', '2.5'), tier('1', '99', 'free'), tier('1', '99', '2')]
    expect(lintPrices(...prices).map(([code, path]) => [code, path])).toEqual([
      ['unusable_tier', 'prices[1]'],
      ['tier_inverted_price', 'prices[0]'],
    ])
  })

  test.each([
    ['a total that is the same', '1.8', undefined],
    [
      'a total that is a little less',
      '1.7999',
      { quantity: '900', total: '1.8', greaterQuantity: '1000', greaterTotal: '1.7999', saving: '0.0001' },
    ],
  ])('%s beyond a step', (_, price, value) => {
    const prices = [tier('100', '900', '2'), tier('1000', '', price)]
    const found = lint({ amount_minimum: '100', amount_increment: '100', prices })
    expect(found).toEqual(value === undefined ? [] : [['price_cliff', 'prices[1]', value]])
  })

  test('a saving is exact', () => {
    const [cliff] = lintPrices(tier('1', '999', '1', '3'), tier('1000', '', '1', '1000'))
    expect(cliff?.[2]).toMatchObject({ total: '333', greaterTotal: '1', saving: '332' })
  })

  test.each([
    ['that an earlier one covers', [tier('1', '900', '2'), tier('10', '90', '1')], 'prices[1]'],
    ['under the minimum', [tier('1', '40', '2'), tier('41', '900', '2')], 'prices[0]'],
  ])('one %s is unreachable', (_, prices, path) => {
    const found = lint({ amount_minimum: '50', prices })
    expect(found.filter(([code]) => code === 'unreachable_tier').map(([, place]) => place)).toEqual([path])
  })

  test('one that holds no multiple of the increment is unreachable', () => {
    const prices = [tier('100', '900', '2'), tier('901', '950', '2'), tier('951', '2000', '2')]
    const found = lint({ amount_minimum: '100', amount_increment: '100', prices })
    expect(found).toEqual([
      ['unreachable_tier', 'prices[1]', { minimum: '901', maximum: '950', pricingPer: '1000', price: '2' }],
    ])
  })

  test('of which none can be ordered are told once', () => {
    expect(lint({ amount_minimum: '5000', prices: [tier('1', '10', '2'), tier('11', '20', '3')] })).toEqual([
      ['nothing_orderable', 'amount_minimum', '5000'],
    ])
  })

  test('one that an earlier one cuts in two is told once', () => {
    const prices = [tier('200', '300', '1'), tier('1', '1000', '5')]
    const codes = lintPrices(...prices).map(([code]) => code)
    expect(codes.filter(code => code === 'tier_inverted_price')).toHaveLength(1)
  })
})

const lintRules = (field_validators: string, fields: object = {}) =>
  lint({ params: [{ field_name: 'x', field_validators, ...fields }] })

describe('rules contradict each other', () => {
  test.each([
    ['min:5|max:5', []],
    ['min:6|max:5', ['min:6', 'max:5']],
    ['min:2|min:6|max:9|max:5', ['min:6', 'max:5']],
    ['min:11|max:19|increment:10', ['min:11', 'increment:10', 'max:19']],
    ['min:11|max:20|increment:10', []],
    ['min:-5|max:5|increment:10', []],
    ['min:-19|max:-11|increment:10', ['min:-19', 'increment:10', 'max:-11']],
    ['min:1|max:11|increment:4|increment:6', ['min:1', 'increment:4', 'increment:6', 'max:11']],
    ['min:1|max:12|increment:4|increment:6', []],
    ['minchar:5|maxchar:5', []],
    ['minchar:6|maxchar:5', ['minchar:6', 'maxchar:5']],
    ['maxchar:0', ['maxchar:0']],
    ['minlines:3|maxchar:5', []],
    ['minlines:3|maxchar:4', ['minlines:3', 'maxchar:4']],
    ['minlines:2|min:1', ['min:1', 'minlines:2']],
    ['minlines:1|min:1', []],
    ['min:10|maxchar:2', []],
    ['min:10|maxchar:1', ['min:10', 'maxchar:1']],
    ['min:10|increment:70|maxchar:1', ['min:10', 'increment:70', 'maxchar:1']],
    ['max:-1|maxchar:1', ['max:-1', 'maxchar:1']],
    ['min:0|max:1000|maxchar:1', []],
  ])('%s', (rules, expected) => {
    const found = lintRules(rules)
    const texts = found.flatMap(([, , value]) =>
      Array.isArray(value) ? value.map(({ name, n }) => `${name}:${n}`) : [],
    )
    expect(texts).toEqual(expected)
    expect(found.map(([code, path]) => [code, path])).toEqual(
      expected.length === 0 ? [] : [['contradicting_rules', 'params[0].field_validators']],
    )
  })

  test('a price modifier is never below 0', () => {
    const modifier = { is_price_modifier: '1', modify_type: 'add', modify_every: '1', modify_by: '1' }
    expect(lintRules('max:-1', modifier).map(([code]) => code)).toEqual(['contradicting_rules'])
    expect(lintRules('max:0', modifier)).toEqual([])
    expect(lintRules('max:-1')).toEqual([])
  })
})

describe('an option that its own rules refuse', () => {
  const option = (value: string, fields: object = {}) => ({ name: value, value, ...fields })

  test('is told with the issues of choosing it', () => {
    const options = [option('5'), option('10'), option('15')]
    expect(lintRules('min:10|increment:2', { options })).toEqual([
      [
        'option_breaks_rules',
        'params[0].options[0].value',
        {
          value: '5',
          issues: [
            { code: 'below_min', path: 'x', min: '10' },
            { code: 'not_a_multiple', path: 'x', increment: '2' },
          ],
        },
      ],
      [
        'option_breaks_rules',
        'params[0].options[2].value',
        { value: '15', issues: [{ code: 'not_a_multiple', path: 'x', increment: '2' }] },
      ],
    ])
  })

  test('may only guide the buyer', () => {
    expect(lintRules('required', { options: [option('', { error_selection: '1' }), option('US')] })).toEqual(
      [],
    )
  })

  test('is told a hundred times of a param, and no more', () => {
    const options = Array.from({ length: 101 }, () => option('1'))
    expect(lintRules('min:10', { options })).toHaveLength(100)
    expect(lintRules('min:10', { options: options.slice(2) })).toHaveLength(99)
  })

  test.each([
    ['min:1|min:20|max:90|max:50|increment:4|increment:6', '24', []],
    ['min:1|min:20|max:90|max:50|increment:4|increment:6', '60', ['above_max']],
    ['min:1|min:20|max:90|max:50|increment:4|increment:6', '18', ['below_min', 'not_a_multiple']],
    ['minchar:2|minchar:5|maxchar:9|maxchar:6', 'four', ['too_short']],
    ['minchar:2|minchar:5|maxchar:9|maxchar:6', 'sixsix', []],
    ['minlines:1|minlines:2', 'one', ['too_few_lines']],
  ])('of %s is judged by every rule: %s', (rules, value, codes) => {
    const [found] = lintRules(rules, { options: [option(value)] })
    expect(Object(found?.[2]).issues?.map((issue: { code: string }) => issue.code) ?? []).toEqual(codes)
  })

  test('is not told beside rules that nothing meets', () => {
    expect(lintRules('min:9|max:5', { options: [option('7')] }).map(([code]) => code)).toEqual([
      'contradicting_rules',
    ])
  })

  test('is found at its own place, though rows beside it are none', () => {
    const params = [null, { field_name: 'x', field_validators: 'min:10', options: [null, option('5')] }]
    expect(lint({ params }).at(-1)?.slice(0, 2)).toEqual([
      'option_breaks_rules',
      'params[1].options[1].value',
    ])
  })
})

describe('a number', () => {
  test.each([
    '1.000',
    '12.500',
    '1,000',
    '1.000.000',
    '1 000',
    "1'000",
    '1\u00a0000',
    '1_000',
    '0,90',
    '٣٠',
    '1.000,50',
  ])('is suspicious as a count: %j', value => {
    expect(lint({ amount_minimum: value })).toContainEqual(['suspicious_number', 'amount_minimum', value])
  })

  test.each(['0,90', '1.000', '1.234,56', '٠٫٩'])('is suspicious as a price: %j', price => {
    expect(lintPrices(tier('1', '', price))).toContainEqual(['suspicious_number', 'prices[0].price', price])
  })

  test.each(['1.250', '0.900', '.5', '1e3', '1.0', '1000.000', '2.00', 5, '', null])(
    'is none as a price: %j',
    price => {
      const codes = lint({ prices: [tier('1', '', '2'), { ...tier('1', '', '2'), price }] }).map(
        ([code]) => code,
      )
      expect(codes).not.toContain('suspicious_number')
    },
  )

  test('of thousandths is none in a catalogue that prints them', () => {
    expect(
      lintServices('panel', [
        { service: 1, type: 'Default', name: 'a', rate: '1.000', min: 1, max: 9 },
        { service: 2, type: 'Default', name: 'b', rate: '0.125', min: 1, max: 9 },
      ]),
    ).toEqual([])
  })

  test.each([
    ['drip_cost', { is_drip: '1', drip_cost: '0,5' }],
    ['prices[0].maximum', { prices: [tier('1', '1.000', '2')] }],
    ['prices[0].pricing_per', { prices: [tier('1', '', '2', '1.000')] }],
    ['params[0].modify_every', { params: [{ field_name: 'x', modify_every: '1.000' }] }],
    ['params[0].modify_by', { params: [{ field_name: 'x', modify_by: '0,5' }] }],
    ['params[0].field_validators', { params: [{ field_name: 'x', field_validators: 'min:1.000' }] }],
  ])('is looked at in %s', (path, fields) => {
    expect(lint(fields).flatMap(([code, place]) => (code === 'suspicious_number' ? [place] : []))).toEqual([
      path,
    ])
  })

  test.each(['rate', 'min', 'max'])('is looked at in %s of a panel', field => {
    const panel = { service: 1, name: 'a', rate: '1', min: '1', max: '9', [field]: '1.000' }
    expect(lintServices('panel', [panel])).toContainEqual({
      code: 'suspicious_number',
      serviceId: '1',
      path: field,
      value: '1.000',
      isFatal: false,
    })
  })
})

describe('a name', () => {
  const lintNames = (...names: readonly string[]) =>
    lintServices(
      'panel',
      names.map((name, index) => ({ service: index + 1, type: 'Default', name, rate: '1', min: 1, max: 9 })),
    ).map(({ code, serviceId, path, value }) => [code, serviceId, path, value])

  test('that an earlier service has, but for case and white space, is told with its id', () => {
    expect(lintNames('Views', 'Likes', ' VIEWS ', 'views')).toEqual([
      ['duplicate_name', '3', 'name', { name: ' VIEWS ', earlierId: '1' }],
      ['duplicate_name', '4', 'name', { name: 'views', earlierId: '1' }],
    ])
  })

  test('that is blank is none', () => {
    expect(lintNames('', ' ')).toEqual([])
  })

  test('of a row with the same id is told as that', () => {
    expect(lintServices('qqtube', [row, row]).map(({ code }) => code)).toEqual(['duplicate_id'])
  })
})

describe('all that the parser says comes first', () => {
  test('of a catalogue with defects of its own', () => {
    const rows = [null, { ...row, prices: [] }, { ...row, id_service: '', amount_minimum: '1.000' }, row]
    const found = lintServices('qqtube', { services: rows })
    const { problems } = parseServices('qqtube', rows)
    expect(found.slice(0, problems.length)).toEqual(problems)
    expect(found.slice(problems.length).map(({ code, serviceId }) => [code, serviceId])).toEqual([
      ['suspicious_number', undefined],
    ])
  })

  test.each(['', 'no JSON', null, 5, [], {}, { services: {} }])('of %j, which is no list of rows', body => {
    expect(lintServices('panel', body)).toEqual(parseServices('panel', body).problems)
  })

  test('of a text, whose numbers keep their digits', () => {
    const text = '[{"service":1,"type":"Default","name":"a","rate":0.10,"min":1,"max":9}]'
    expect(lintServices('panel', text)).toEqual([])
  })
})

test('an upstream that is unknown is a TypeError', () => {
  // @ts-expect-error There are two.
  expect(() => lintServices('smm', [])).toThrow(TypeError)
})
