import { describe, expect, test } from 'vitest'
import { parseServices } from './parse-services.ts'

const row = {
  id_service: '3',
  public_name: 'Views',
  prices: [{ minimum: '1', maximum: '', pricing_per: '1000', price: '2.50' }],
}

describe('what counts as a catalogue', () => {
  test.each([
    ['a list', [row]],
    ['the text of a list', JSON.stringify([row])],
    ['services of an object', { services: [row] }],
    ['data of an object', JSON.stringify({ status: 'ok', data: [row] })],
  ])('%s', (_, body) => {
    const { services, problems } = parseServices('qqtube', body)
    expect(services.map(service => service.id)).toEqual(['3'])
    expect(problems).toEqual([])
  })

  test.each([
    ['no JSON', '<html>'],
    ['an empty text', ''],
    ['a number', 5],
    ['null', null],
    ['an object without a list', { error: 'Invalid API key' }],
  ])('%s is a fatal problem, not an exception', (_, body) => {
    expect(parseServices('panel', body)).toEqual({
      services: [],
      problems: [{ code: 'not_a_catalogue', serviceId: undefined, path: '', value: body, isFatal: true }],
    })
  })
})

describe('a row that cannot be priced costs no other row', () => {
  test('each with its problem', () => {
    const { services, problems } = parseServices('qqtube', [
      'row',
      { ...row, id_service: ' ' },
      { ...row, id_service: '4', prices: [] },
      { ...row, id_service: '5', prices: [{ pricing_per: '0', price: '1' }] },
      row,
    ])
    expect(services.map(service => service.id)).toEqual(['3'])
    expect(problems.map(({ code, serviceId, path, isFatal }) => [code, serviceId, path, isFatal])).toEqual([
      ['not_a_row', undefined, '', true],
      ['missing_id', undefined, 'id_service', true],
      ['no_usable_tier', '4', 'prices', true],
      ['unusable_tier', '5', 'prices[0]', false],
      ['no_usable_tier', '5', 'prices', true],
    ])
  })

  test('a repeated id is reported and kept', () => {
    const { services, problems } = parseServices('qqtube', [row, row])
    expect(services).toHaveLength(2)
    expect(problems).toEqual([
      { code: 'duplicate_id', serviceId: '3', path: 'id_service', value: '3', isFatal: false },
    ])
  })
})

describe('a minimum that cannot be ordered is reported, and keeps the service', () => {
  const tier = (minimum: string, maximum: string) => ({ minimum, maximum, pricing_per: '1', price: '1' })
  const below = { amount_minimum: '99', prices: [tier('100', '5000')] }
  const codesOf = (change: object): readonly unknown[] => {
    const { services, problems } = parseServices('qqtube', [{ ...row, ...change }])
    expect(services).toHaveLength(1)
    return problems.map(({ code, path, value, isFatal }) => [code, path, value, isFatal])
  }

  test.each([
    ['below the first tier', below, 'minimum_not_orderable'],
    ['at the first tier', { ...below, amount_minimum: '100' }, undefined],
    ['above the first tier', { ...below, amount_minimum: '101' }, undefined],
    [
      'no multiple of the step',
      { ...below, amount_minimum: '150', amount_increment: '100' },
      'minimum_not_orderable',
    ],
    ['a multiple of the step', { ...below, amount_minimum: '200.0', amount_increment: '100' }, undefined],
    ['in the last tier', { ...below, amount_minimum: '5000' }, undefined],
    ['above the last tier', { ...below, amount_minimum: '5001' }, 'nothing_orderable'],
    [
      'so near the end that no multiple is left',
      { ...below, amount_minimum: '4003', amount_increment: '1000.5' },
      'nothing_orderable',
    ],
    ['no whole number', { ...below, amount_minimum: '100.5' }, 'minimum_not_orderable'],
  ])('%s', (_, change, code) => {
    expect(codesOf(change)).toEqual(
      code === undefined ? [] : [[code, 'amount_minimum', change.amount_minimum, false]],
    )
  })

  test.each(['', null, undefined, '0', 0, '1'])('a minimum of %j states none', minimum => {
    expect(codesOf({ ...below, amount_minimum: minimum, amount_increment: '100' })).toEqual([])
  })

  test('also of a panel, but of no type that takes no quantity', () => {
    const panelRow = { rate: '1', min: '0.5', max: '0.9' }
    const types = ['Default', 'Custom Comments', 'Package', 'Custom Comments Package', 'Subscriptions']
    const { problems } = parseServices(
      'panel',
      types.map((type, index) => ({ ...panelRow, service: index, type })),
    )
    expect(problems.map(({ code, serviceId, path }) => [code, serviceId, path])).toEqual([
      ['nothing_orderable', '0', 'min'],
      ['nothing_orderable', '1', 'min'],
    ])
  })
})

test('numbers of the text keep every digit', () => {
  const { services } = parseServices(
    'panel',
    '[{"service":1,"rate":0.123456789012345678901,"min":1,"max":1e3}]',
  )
  expect(services[0]?.tiers).toEqual([
    { minimum: '1', maximum: '1000', pricingPer: '1000', price: '0.123456789012345678901' },
  ])
})

test('a service is plain data: a clone prices the same', () => {
  const { services } = parseServices('qqtube', [row])
  expect(structuredClone(services)).toEqual(services)
})

test('an unknown upstream is a TypeError that names it', () => {
  // @ts-expect-error a JavaScript caller's slip
  expect(() => parseServices('QQTube', [])).toThrow("upstream must be 'qqtube' or 'panel', was given QQTube")
})
