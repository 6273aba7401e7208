import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson, parseServices, prepareOrder, quote, type Service } from '../src/index.ts'

/** Names that every object has by birth, or that mean something to it. */
const born = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'length'] as const
const name = fc.oneof(fc.constantFrom(...born), fc.string({ minLength: 1 }))
const names = fc.uniqueArray(
  name.map(text => text.trim()).filter(text => text !== ''),
  { minLength: 1, maxLength: 6 },
)

const known = new Set('service name type category rate min max refill cancel dripfeed'.split(' '))

/** The text of a catalogue, as a server writes it: an object literal could not hold `__proto__` as a field. */
function catalogue(fields: readonly string[], validators: string, extra = '{}'): string {
  const params = fields.map(field => ({
    field_name: field,
    field_label: field,
    field_validators: validators,
  }))
  const row = { id_service: '1', prices: [{ pricing_per: '1', price: '1.50' }], params }
  return `[${JSON.stringify(row).slice(0, -1)},"deep":${extra}}]`
}

function serviceOf(fields: readonly string[], validators: string): Service {
  const [service] = parseServices('qqtube', catalogue(fields, validators)).services
  if (service === undefined) throw new Error('the row was not read as a service')
  return service
}

const valuesOf = (fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field, index) => [field, String(index + 1)]))

describe('a field may have any name', () => {
  test.each(born)('%s is priced, missed and sent like another', field => {
    const service = serviceOf([field], 'required|min:1')
    const order = { target: 'https://example.com/x', quantity: '2' }
    expect(quote(service, order)).toEqual({ ok: false, issues: [{ code: 'required', path: field }] })
    const prepared = prepareOrder(service, { ...order, params: valuesOf([field]) })
    expect(prepared.ok && Object.entries(prepared.order.params)).toEqual([[field, '1']])
  })

  test.each(born)('%s that the service does not have is unknown', field => {
    const service = serviceOf(['minutes'], '')
    expect(quote(service, { quantity: '2', params: valuesOf([field]) })).toEqual({
      ok: false,
      issues: [{ code: 'unknown_param', path: field }],
    })
  })

  test('what is sent are the values given, also after a copy and a way through JSON', () => {
    fc.assert(
      fc.property(names, fields => {
        const service = parseServices('qqtube', catalogue(fields, '')).services[0]
        const given = valuesOf(fields.filter((_, index) => index % 2 === 0))
        const order = { target: 'https://example.com/x', quantity: '2', params: given }
        const prepared = service && prepareOrder(structuredClone(service), order)
        const sent = prepared?.ok ? prepared.order.params : {}
        for (const params of [sent, { ...sent }, structuredClone(sent), JSON.parse(JSON.stringify(sent))]) {
          expect(Object.entries(Object(params)).toSorted()).toEqual(Object.entries(given).toSorted())
        }
      }),
    )
  })
})

test('parseJson and the fields that the model has no place for keep every name', () => {
  fc.assert(
    fc.property(names, fields => {
      const text = `{${fields.map(field => `${JSON.stringify(field)}:1.50`).join(',')}}`
      const entries = fields.map(field => [field, '1.50'])
      expect(Object.entries(Object(parseJson(text))).toSorted()).toEqual(entries.toSorted())
      const [service] = parseServices('qqtube', catalogue(['x'], '', text)).services
      expect(Object.entries(Object(service?.extra.deep)).toSorted()).toEqual(entries.toSorted())
      const [row] = parseServices(
        'panel',
        `[{"service":1,"rate":1,"min":1,"max":2,${text.slice(1)}]`,
      ).services
      const unknown = fields.filter(field => !known.has(field))
      expect(Object.keys(row?.extra ?? {}).toSorted()).toEqual(unknown.toSorted())
    }),
  )
})

test.each(born)('%s is no upstream, and a row without it has none', field => {
  // @ts-expect-error a JavaScript caller's slip
  expect(() => parseServices(field, [])).toThrow(TypeError)
  expect(parseServices('panel', { [field]: [] }).problems.map(problem => problem.code)).toEqual([
    'not_a_catalogue',
  ])
})
