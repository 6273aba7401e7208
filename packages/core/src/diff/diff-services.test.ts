import { describe, expect, test } from 'vitest'
import { parseServices } from '../catalogue/parse-services.ts'
import type { Service } from '../catalogue/service.ts'
import { applyServicesDiff } from './apply-services-diff.ts'
import { diffServices } from './diff-services.ts'

const tier = (minimum: string, maximum: string, price: string) => ({
  minimum,
  maximum,
  pricing_per: '1000',
  price,
})
const param = {
  field_name: 'minutes',
  field_validators: 'required|min:10',
  options: [{ name: 'Ten', value: '10' }],
}

const row = {
  id_service: '3',
  public_name: 'Views',
  type_name: 'Views',
  amount_minimum: '100',
  prices: [tier('100', '900', '2.50'), tier('1000', '', '1.95')],
  params: [param, { field_name: 'note' }],
}

function parsed(...rows: readonly object[]): readonly Service[] {
  return parseServices('qqtube', rows).services
}

const changes = (fields: object) =>
  diffServices(parsed(row), parsed({ ...row, ...fields })).changed[0]?.changes

describe('a change has its path and both values', () => {
  test.each([
    ['a name', { public_name: 'Fast views' }, 'name', 'Views', 'Fast views'],
    ['a minimum', { amount_minimum: '200' }, 'minimum', '100', '200'],
    ['a flag', { is_geo: '1' }, 'flags.geo', false, true],
    ['drip that came', { is_drip: '1', drip_cost: '0.5' }, 'drip', undefined, { cost: '0.5' }],
    ['a field that the model does not know', { note: { a: 1 } }, 'extra.note', undefined, { a: 1 }],
    ['such a field of an odd name', { 'a.b': 1 }, 'extra["a.b"]', undefined, 1],
    [
      'rules',
      { params: [{ ...param, field_validators: 'required|min:20' }, { field_name: 'note' }] },
      'params[0].rules',
      [{ name: 'required' }, { name: 'min', n: '10' }],
      [{ name: 'required' }, { name: 'min', n: '20' }],
    ],
    [
      'an option that went',
      { params: [{ ...param, options: [] }, { field_name: 'note' }] },
      'params[0].options[0]',
      { name: 'Ten', value: '10', isErrorSelection: false },
      undefined,
    ],
  ])('%s', (_, fields, path, before, after) => {
    expect(changes(fields)).toContainEqual({ path, before, after })
  })

  test('a price has its range too', () => {
    expect(changes({ prices: [tier('100', '900', '2.50'), tier('1000', '', '2')] })).toEqual([
      {
        path: 'tiers[1].price',
        before: '1.95',
        after: '2',
        range: { minimum: '1000', maximum: undefined },
      },
    ])
  })

  test('a price that is written in another way has not changed', () => {
    expect(changes({ prices: [tier('1e2', '900.0', '2.5'), tier('1000', '', '1.950')] })).toBeUndefined()
  })

  test('a tier that came first leaves the others as they are', () => {
    expect(changes({ prices: [tier('1', '99', '3'), ...row.prices] })).toEqual([
      {
        path: 'tiers[0]',
        before: undefined,
        after: { minimum: '1', maximum: '99', pricingPer: '1000', price: '3' },
      },
    ])
  })

  test('params in another order are a new list, since modifiers act in that order', () => {
    const [change] = changes({ params: row.params.toReversed() }) ?? []
    expect(change).toMatchObject({ path: 'params', before: [{ name: 'minutes' }, { name: 'note' }] })
  })
})

describe('services', () => {
  const services = (...ids: readonly string[]) => parsed(...ids.map(id => ({ ...row, id_service: id })))
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

  test('that came and went are told in the order of their ids, numbers by their size', () => {
    const diff = diffServices(services('3', '20', '100', 'x'), services('5', 'a', '3', '4'))
    expect(ids(diff.added)).toEqual(['4', '5', 'a'])
    expect(ids(diff.removed)).toEqual(['20', '100', 'x'])
    expect(diff.changed).toEqual([])
  })

  test('in another order are the same services', () => {
    expect(diffServices(services('1', '2', '3'), services('3', '1', '2'))).toEqual({
      added: [],
      removed: [],
      changed: [],
      order: ['3', '1', '2'],
    })
  })

  test('that share an id are compared in turn', () => {
    const second = { ...row, public_name: 'Second' }
    const diff = diffServices(parsed(row, second), parsed(row, { ...second, public_name: 'Other' }, row))
    expect(diff.changed).toEqual([
      { id: '3', occurrence: 1, changes: [{ path: 'name', before: 'Second', after: 'Other' }] },
    ])
    expect(ids(diff.added)).toEqual(['3'])
  })
})

test('a diff is applied to one of two params that share their empty options', () => {
  const two = (options: readonly object[]) =>
    parsed({ ...row, params: [{ field_name: 'a' }, { field_name: 'b', options }] })
  const [before, after] = [two([]), two([{ name: 'One', value: '1' }])]
  expect(applyServicesDiff(before, diffServices(before, after))).toStrictEqual(after)
})

test('a diff of every option of a long list is applied, and the list that was given stays as it was', () => {
  const options = (name: string) => Array.from({ length: 10_000 }, (_, index) => ({ name, value: index }))
  const services = (name: string) => parsed({ ...row, params: [{ field_name: 'a', options: options(name) }] })
  const [before, after] = [services('old'), services('new')]
  const diff = diffServices(before, after)
  expect(diff.changed[0]?.changes).toHaveLength(10_000)
  expect(applyServicesDiff(before, diff)).toStrictEqual(after)
  expect(before).toStrictEqual(services('old'))
})

test('a diff of another catalogue is a TypeError', () => {
  const path = 'tiers[9].price'
  const [before, after] = ['1', '2']
  const diff = { added: [], removed: [], changed: [{ id: '3', changes: [{ path, before, after }] as const }] }
  expect(() => applyServicesDiff(parsed(row), diff)).toThrow('service 3 has no place tiers[9].price')
  expect(() => applyServicesDiff([], diff)).toThrow('the catalogue has no such service 3')
})

test('misuse is a TypeError', () => {
  // @ts-expect-error The list itself is wanted, not what holds it.
  expect(() => diffServices({ services: [] }, [])).toThrow(TypeError)
})
