import { describe, expect, test } from 'vitest'
import { describeProblem } from '../messages/en.ts'
import { catalogueLimits as limits } from './limits.ts'
import { parseServices } from './parse-services.ts'
import type { Service } from './service.ts'

const tier = { pricing_per: '1', price: '1' }
const row = { id_service: '1', prices: [tier] }
const param = { field_name: 'x' }

const many = <Item>(count: number, item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => item(index))
const text = (length: number): string => 'x'.repeat(length)

interface Bound {
  readonly limit: number
  readonly path: string
  readonly code: 'too_many' | 'too_long'
  /** A row that has so many. */
  readonly row: (count: number) => object
  /** How much of it the service has. */
  readonly kept: (service: Service | undefined) => number | undefined
}

const listBounds: Readonly<Record<string, Bound>> = {
  tiers: {
    limit: limits.tiers,
    path: 'prices',
    code: 'too_many',
    row: count => ({
      ...row,
      prices: many(count, index => ({ ...tier, minimum: index + 1, maximum: index + 1 })),
    }),
    kept: service => service?.tiers.length,
  },
  params: {
    limit: limits.params,
    path: 'params',
    code: 'too_many',
    row: count => ({ ...row, params: many(count, index => ({ field_name: `p${index}` })) }),
    kept: service => service?.params.length,
  },
  options: {
    limit: limits.options,
    path: 'params[0].options',
    code: 'too_many',
    row: count => ({ ...row, params: [{ ...param, options: many(count, value => ({ name: '', value })) }] }),
    kept: service => service?.params[0]?.options.length,
  },
  modifiers: {
    limit: limits.modifiers,
    path: 'params',
    code: 'too_many',
    row: count => ({
      ...row,
      params: many(count, index => ({
        field_name: `p${index}`,
        ...{ is_price_modifier: '1', modify_type: 'add', modify_every: '1', modify_by: '1' },
      })),
    }),
    kept: service => service?.params.filter(({ modifier }) => modifier !== undefined).length,
  },
  rules: {
    limit: limits.rules,
    path: 'params[0].field_validators',
    code: 'too_many',
    row: count => ({
      ...row,
      params: [{ ...param, field_validators: many(count, n => `min:${n}`).join('|') }],
    }),
    kept: service => service?.params[0]?.rules.length,
  },
  'fields without a place': {
    limit: limits.extraValues,
    path: '',
    code: 'too_many',
    row: count => ({ ...row, ...Object.fromEntries(many(count, index => [`f${index}`, 1])) }),
    kept: service => Object.keys(service?.extra ?? {}).length,
  },
}

const cutBounds: Readonly<Record<string, Bound>> = {
  'the name of a service': {
    limit: limits.textLength,
    path: 'public_name',
    code: 'too_long',
    row: length => ({ ...row, public_name: text(length) }),
    kept: service => service?.name.length,
  },
  'a category': {
    limit: limits.textLength,
    path: 'type_name',
    code: 'too_long',
    row: length => ({ ...row, type_name: text(length) }),
    kept: service => service?.category.length,
  },
  'an example': {
    limit: limits.textLength,
    path: 'example',
    code: 'too_long',
    row: length => ({ ...row, example: text(length) }),
    kept: service => service?.example.length,
  },
  'a field without a place': {
    limit: limits.textLength,
    path: 'more',
    code: 'too_long',
    row: length => ({ ...row, more: text(length) }),
    kept: service => String(service?.extra.more).length,
  },
  ...Object.fromEntries(
    (['label', 'description', 'placeholder'] as const).map(key => {
      const field = key === 'description' ? 'field_descr' : `field_${key}`
      const bound: Bound = {
        limit: limits.textLength,
        path: `params[0].${field}`,
        code: 'too_long',
        row: length => ({ ...row, params: [{ ...param, [field]: text(length) }] }),
        kept: service => service?.params[0]?.[key].length,
      }
      return [`the ${key} of a param`, bound]
    }),
  ),
  'the name of an option': {
    limit: limits.textLength,
    path: 'params[0].options[0].name',
    code: 'too_long',
    row: length => ({ ...row, params: [{ ...param, options: [{ name: text(length), value: '1' }] }] }),
    kept: service => service?.params[0]?.options[0]?.name.length,
  },
}

describe.each(Object.entries({ ...listBounds, ...cutBounds }))('the limit of %s', (_, bound) => {
  test.each([bound.limit - 1, bound.limit])('%i is within it', found => {
    const { services, problems } = parseServices('qqtube', [bound.row(found)])
    expect(bound.kept(services[0])).toBe(found)
    expect(problems).toEqual([])
  })

  test('one more is left out and reported, with the limit and what was found', () => {
    const found = bound.limit + 1
    const { services, problems } = parseServices('qqtube', [bound.row(found), { ...row, id_service: '2' }])
    expect(bound.kept(services[0])).toBe(bound.limit)
    expect(services.map(service => service.id)).toEqual(['1', '2'])
    const value = { limit: bound.limit, found }
    expect(problems).toEqual([{ code: bound.code, serviceId: '1', path: bound.path, value, isFatal: false }])
    expect(problems.map(describeProblem).join()).toMatch(`Given: ${found}, with a limit of ${bound.limit}.`)
  })
})

describe('what cannot be cut is left out', () => {
  test.each([-1, 0, 1])('a service whose id is as long as the limit and %i', more => {
    const found = limits.nameLength + more
    const { services, problems } = parseServices('qqtube', [{ ...row, id_service: text(found) }, row])
    expect(services).toHaveLength(more > 0 ? 1 : 2)
    const value = { limit: limits.nameLength, found }
    const problem = { code: 'too_long', serviceId: undefined, path: 'id_service', value, isFatal: true }
    expect(problems).toEqual(more > 0 ? [problem] : [])
  })

  test.each([-1, 0, 1])('a param whose name is as long as the limit and %i', more => {
    const found = limits.nameLength + more
    const params = [{ field_name: text(found) }, param]
    const { services, problems } = parseServices('qqtube', [{ ...row, params }])
    expect(services[0]?.params).toHaveLength(more > 0 ? 1 : 2)
    expect(problems.map(({ path, value }) => [path, value])).toEqual(
      more > 0 ? [['params[0].field_name', { limit: limits.nameLength, found }]] : [],
    )
  })

  test.each([-1, 0, 1])('an option whose value is as long as the limit and %i', more => {
    const found = limits.textLength + more
    const params = [{ ...param, options: [{ value: text(found) }, { value: '1' }] }]
    const { services, problems } = parseServices('qqtube', [{ ...row, params }])
    expect(services[0]?.params[0]?.options).toHaveLength(more > 0 ? 1 : 2)
    expect(problems.map(({ path, value }) => [path, value])).toEqual(
      more > 0 ? [['params[0].options[0].value', { limit: limits.textLength, found }]] : [],
    )
  })

  test.each([-1, 0, 1])('a field without a place whose name is as long as the limit and %i', more => {
    const found = limits.nameLength + more
    const { services, problems } = parseServices('qqtube', [{ ...row, [text(found)]: 1, more: 2 }])
    expect(Object.keys(services[0]?.extra ?? {})).toHaveLength(more > 0 ? 1 : 2)
    expect(problems.map(({ code, path }) => [code, path])).toEqual(more > 0 ? [['too_long', '']] : [])
  })

  test.each([-1, 0, 1])('a nested field of as many values as the limit and %i', more => {
    const found = limits.extraValues + more
    let nested: unknown = 1
    for (let depth = 0; depth < found; depth += 1) nested = [nested]
    const { services, problems } = parseServices('qqtube', [{ ...row, nested, more: 2 }])
    expect(Object.keys(services[0]?.extra ?? {})).toEqual(more > 0 ? ['more'] : ['nested', 'more'])
    expect(problems.map(({ code, path, value }) => [code, path, value])).toEqual(
      more > 0 ? [['too_many', 'nested', { limit: limits.extraValues, found }]] : [],
    )
    expect(structuredClone(services)).toEqual(services)
  })

  test('a nested field with a long text, or one nested a million deep, or in itself', () => {
    const deep = JSON.parse(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)
    const itself: unknown[] = []
    itself.push(itself, 1)
    const long = { note: text(limits.textLength + 1) }
    const { services, problems } = parseServices('qqtube', [{ ...row, deep, itself, long }])
    expect(Object.keys(services[0]?.extra ?? {})).toEqual(['itself'])
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['too_many', 'deep'],
      ['too_long', 'long'],
    ])
  })
})

test('a character is never cut in two', () => {
  const name = `${text(limits.textLength - 1)}👏`
  const { services } = parseServices('panel', [{ service: 1, name, rate: '1', min: '1', max: '2' }])
  expect(services[0]?.name).toBe(text(limits.textLength - 1))
})

describe('the limit of services', () => {
  // The type with the least to read.
  const rows = many(limits.services + 1, service => ({ service, type: 'Package', rate: '1', min: 1, max: 2 }))

  test.each([-1, 0, 1])('and %i', more => {
    const found = limits.services + more
    const { services, problems } = parseServices('panel', rows.slice(0, found))
    expect(services.length).toBe(Math.min(found, limits.services))
    const value = { limit: limits.services, found }
    expect(problems).toEqual(
      more > 0 ? [{ code: 'too_many', serviceId: undefined, path: '', value, isFatal: false }] : [],
    )
  })
})
