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

test('an upstream that is none is a TypeError that names it', () => {
  // @ts-expect-error a JavaScript caller's slip
  expect(() => parseServices('QQTube', [])).toThrow("upstream must be 'qqtube' or 'panel', was given QQTube")
})
