import { describe, expect, test } from 'vitest'
import { parseServices } from '../catalogue/parse-services.ts'
import type { Service } from '../catalogue/service.ts'
import { type QuoteResult, quote } from './quote.ts'
import type { OrderRequest } from './read-request.ts'

function service(fields: Readonly<Record<string, unknown>> = {}): Service {
  const row = {
    id_service: '3',
    amount_minimum: '100',
    amount_increment: '50',
    prices: [
      { minimum: '100', maximum: '1000', pricing_per: '1000', price: '2.50' },
      { minimum: '2000', maximum: '5000', pricing_per: '1000', price: '2.00' },
    ],
    ...fields,
  }
  return only(parseServices('qqtube', [row]).services)
}

function panel(fields: Readonly<Record<string, unknown>>): Service {
  return only(parseServices('panel', [{ service: 1, rate: '8', min: '10', max: '1500', ...fields }]).services)
}

function only(services: readonly Service[]): Service {
  const [found] = services
  if (found === undefined) throw new Error('the row was not read as a service')
  return found
}

/** The total as text, or the issues. */
function outcome(result: QuoteResult): unknown {
  return result.ok ? result.quote.total.toFixed() : result.issues
}

const path = 'quantity'

describe('the quantity', () => {
  test.each([
    ['100', '0.25'],
    [' 1000 ', '2.5'],
    [2000, '4'],
    ['0150', '0.375'],
    ['', [{ code: 'required', path }]],
    [undefined, [{ code: 'required', path }]],
    [null, [{ code: 'required', path }]],
    ['abc', [{ code: 'not_an_integer', path }]],
    ['0', [{ code: 'not_an_integer', path }]],
    ['-100', [{ code: 'not_an_integer', path }]],
    ['+100', [{ code: 'not_an_integer', path }]],
    ['10.5', [{ code: 'not_an_integer', path }]],
    ['1e3', [{ code: 'not_an_integer', path }]],
    ['1,000', [{ code: 'not_an_integer', path }]],
    [Number.NaN, [{ code: 'not_an_integer', path }]],
    ['50', [{ code: 'below_min', path, min: '100' }]],
    [
      '99',
      [
        { code: 'below_min', path, min: '100' },
        { code: 'not_a_multiple', path, increment: '50' },
      ],
    ],
    ['5050', [{ code: 'above_max', path, max: '5000' }]],
    ['1500', [{ code: 'no_price_tier', path }]],
    [
      '1501',
      [
        { code: 'not_a_multiple', path, increment: '50' },
        { code: 'no_price_tier', path },
      ],
    ],
  ])('%j', (quantity, expected) => {
    expect(outcome(quote(service(), { quantity }))).toEqual(expected)
  })

  test('has no upper end if a tier has none', () => {
    const open = service({ prices: [{ minimum: '1', maximum: '', pricing_per: '3', price: '1' }] })
    expect(outcome(quote(open, { quantity: '900719925474099300000' }))).toBe('300239975158033100000')
  })

  test('takes the first of overlapping tiers', () => {
    const prices = [
      { minimum: '100', maximum: '500', pricing_per: '1', price: '2' },
      { minimum: '500', maximum: '900', pricing_per: '1', price: '1' },
    ]
    expect(outcome(quote(service({ prices }), { quantity: '500' }))).toBe('1000')
    expect(outcome(quote(service({ prices: prices.toReversed() }), { quantity: '500' }))).toBe('500')
  })
})

const minutes = {
  field_name: 'minutes',
  field_label: 'Minutes',
  field_validators: 'min:10|increment:5',
  is_price_modifier: '1',
  modify_type: 'multiply',
  modify_every: '10',
  modify_by: '1',
}

const comments = {
  field_name: 'comments',
  field_validators: 'minlines:1',
  is_price_modifier: '1',
  modify_type: 'add',
  modify_every: '1',
  modify_by: '0.25',
}

describe('modifiers', () => {
  test('act in catalogue order on the running total, and each is a step', () => {
    const request = { quantity: '1000', params: { comments: 'one\r\n\r\ntwo', minutes: '30' } }
    const result = quote(service({ params: [minutes, comments] }), request)
    expect(outcome(result)).toBe('8')
    expect(outcome(quote(service({ params: [comments, minutes] }), request))).toBe('9')
    const steps = result.ok ? result.quote.steps.map(step => [step.kind, step.total.toFixed()]) : []
    expect(steps).toEqual([
      ['base', '2.5'],
      ['multiply', '7.5'],
      ['add', '8'],
    ])
  })

  test.each([
    ['a number is provided as it is', '2.5', '0.625'],
    ['lines are counted if a rule counts lines', 'one\ntwo\n\n', '0.5'],
    ['a number is a number even there', '7', '1.75'],
  ])('%s', (_, value, added) => {
    const result = quote(service({ params: [comments] }), { quantity: '1000', params: { comments: value } })
    const step = result.ok ? result.quote.steps.find(found => found.kind === 'add') : undefined
    expect(step?.addend.toFixed()).toBe(added)
  })

  test.each([
    ['an option that is chosen counts once', 'US', '1'],
    ['a text of more than one line counts its lines', 'US\nDE', '2'],
  ])('%s', (_, value, provided) => {
    const geo = { ...comments, field_validators: '' }
    const result = quote(service({ params: [geo] }), { quantity: '1000', params: { comments: value } })
    const step = result.ok ? result.quote.steps.find(found => found.kind === 'add') : undefined
    expect(step?.provided.toFixed()).toBe(provided)
  })

  test('a number that JavaScript prints with an exponent is a plain decimal all the same', () => {
    const request = { quantity: '1000', params: { comments: 1e-7 } }
    expect(outcome(quote(service({ params: [comments] }), request))).toBe('2.500000025')
  })

  test('a blank value changes nothing', () => {
    expect(
      outcome(quote(service({ params: [minutes] }), { quantity: '1000', params: { minutes: ' ' } })),
    ).toBe('2.5')
  })

  test('a total below zero is no price', () => {
    const discount = { ...comments, modify_by: '-1' }
    const request = { quantity: '100', params: { comments: '3' } }
    expect(outcome(quote(service({ params: [discount] }), request))).toEqual([
      { code: 'negative_total', path },
    ])
  })

  test('one division at the end: a third, times three, is whole', () => {
    const thirds = service({
      prices: [{ minimum: '1', maximum: '', pricing_per: '3', price: '2.50' }],
      params: [{ ...minutes, field_validators: '', modify_every: '1' }],
    })
    expect(outcome(quote(thirds, { quantity: '1000', params: { minutes: '3' } }))).toBe('2500')
  })
})

describe('drip', () => {
  const dripping = service({ is_drip: '1', drip_cost: '0.10', params: [minutes] })

  test('comes last and is charged for each increment', () => {
    const result = quote(dripping, { quantity: '1000', drip: true, params: { minutes: '20' } })
    expect(outcome(result)).toBe('7')
    expect(result.ok && result.quote.steps.at(-1)).toMatchObject({
      kind: 'drip',
      cost: '0.1',
      increment: '50',
    })
  })

  test('is charged only if it is asked for', () => {
    expect(outcome(quote(dripping, { quantity: '1000' }))).toBe('2.5')
  })

  test('asked of a service without it is an issue', () => {
    expect(outcome(quote(service(), { quantity: '1000', drip: true }))).toEqual([
      { code: 'drip_not_available', path: 'drip' },
    ])
  })
})

test('all issues come at once', () => {
  const result = quote(service({ params: [minutes, comments] }), {
    quantity: '7',
    drip: true,
    params: { minutes: '7', comments: ' ', zebra: 'x', apple: '' },
  })
  expect(outcome(result)).toEqual([
    { code: 'below_min', path, min: '100' },
    { code: 'not_a_multiple', path, increment: '50' },
    { code: 'below_min', path: 'minutes', min: '10' },
    { code: 'not_a_multiple', path: 'minutes', increment: '5' },
    { code: 'unknown_param', path: 'apple' },
    { code: 'unknown_param', path: 'zebra' },
    { code: 'drip_not_available', path: 'drip' },
  ])
})

describe('panel types', () => {
  test('runs multiply the price and go together with an interval', () => {
    const drip = panel({ type: 'Default' })
    expect(outcome(quote(drip, { quantity: '100', params: { runs: '4', interval: '30' } }))).toBe('3.2')
    expect(outcome(quote(drip, { quantity: '100', params: { runs: '4' } }))).toEqual([
      { code: 'required', path: 'interval' },
    ])
    expect(outcome(quote(drip, { quantity: '100', params: { interval: '30' } }))).toEqual([
      { code: 'required', path: 'runs' },
    ])
    expect(outcome(quote(drip, { quantity: '9', params: { runs: '4', interval: '30' } }))).toEqual([
      { code: 'below_min', path, min: '10' },
    ])
  })

  test('lines are the quantity, judged under their param', () => {
    const counted = panel({ type: 'Custom Comments', min: '2', max: '3' })
    expect(outcome(quote(counted, { params: { comments: 'a\r\n\r\nb' } }))).toBe('0.016')
    expect(outcome(quote(counted, { params: { comments: 'a' } }))).toEqual([
      { code: 'below_min', path: 'comments', min: '2' },
    ])
    expect(outcome(quote(counted, { params: { comments: 'a\nb\nc\nd' } }))).toEqual([
      { code: 'above_max', path: 'comments', max: '3' },
    ])
    expect(outcome(quote(counted, { quantity: '5', params: { comments: '' } }))).toEqual([
      { code: 'unknown_param', path },
      { code: 'required', path: 'comments' },
    ])
  })

  test('a package costs its flat rate', () => {
    expect(outcome(quote(panel({ type: 'Package' }), {}))).toBe('8')
  })

  test('a subscription is charged later, and the quote says so', () => {
    const subscription = panel({ type: 'Subscriptions' })
    const params = { username: 'someone', min: '10', max: '20', delay: '30', expiry: '31/12/2027' }
    const result = quote(subscription, { params })
    expect(result.ok && result.quote.isChargedLater).toBe(true)
    expect(outcome(result)).toBe('0')
    expect(outcome(quote(subscription, { params: { ...params, min: '20', max: '15' } }))).toEqual([
      { code: 'below_min', path: 'max', min: '20' },
    ])
    expect(outcome(quote(subscription, { params: { ...params, min: '10', max: '9' } }))).toEqual([
      { code: 'below_min', path: 'max', min: '10' },
    ])
  })
})

describe('misuse is a TypeError that names the argument', () => {
  test.each([
    [null, 'the request must be an object, was given null'],
    [{ params: [] }, 'params must be an object, was given an array'],
    [{ params: { minutes: {} } }, 'params.minutes must be a string or a number, was given object'],
    [{ quantity: () => 1 }, 'quantity must be a string or a number, was given function'],
    [{ drip: 'yes' }, 'drip must be a boolean, was given string'],
  ])('%j', (request, message) => {
    // What a JavaScript caller may pass, in spite of the types.
    expect(() => quote(service(), request as unknown as OrderRequest)).toThrow(
      new TypeError(`quote: ${message}`),
    )
  })
})
