import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyServicesDiff, diffServices, parseServices, type Service } from '../src/index.ts'

const number = fc.constantFrom('1', '2', '5', '10', '2.5', '')
const name = fc.constantFrom('a', 'b', 'constructor', '__proto__', '')
const rules = fc.constantFrom('', 'required', 'min:1', 'min:1|max:5', 'maxchar:9')
const tier = fc.record({
  minimum: number,
  maximum: number,
  pricing_per: fc.constantFrom('1', '10'),
  price: number,
})
const option = fc.record({ name, value: fc.constantFrom('1', '2', '3') })
const param = fc.record({
  field_name: name,
  field_validators: rules,
  options: fc.array(option, { maxLength: 3 }),
  is_price_modifier: fc.boolean(),
  modify_type: fc.constantFrom('add', 'multiply'),
  modify_every: number,
  modify_by: number,
})
const row = fc
  .tuple(
    fc.record({
      id_service: fc.constantFrom('1', '2', '10', 'x'),
      public_name: name,
      amount_minimum: number,
      is_drip: fc.boolean(),
      prices: fc.array(tier, { minLength: 1, maxLength: 4 }),
      params: fc.array(param, { maxLength: 3 }),
    }),
    fc.dictionary(fc.oneof(name, fc.string()), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
  )
  .map(([known, extra]) => ({ ...extra, ...known }))
const catalogue = fc
  .array(row, { maxLength: 5 })
  .map(rows => parseServices('qqtube', JSON.stringify(rows)).services)

test('a catalogue does not differ from itself, nor from a copy', () => {
  fc.assert(
    fc.property(catalogue, services => {
      const nothing = { added: [], removed: [], changed: [] }
      expect(diffServices(services, services)).toStrictEqual(nothing)
      expect(diffServices(services, structuredClone(services))).toStrictEqual(nothing)
    }),
  )
})

test('a diff that is applied to the old catalogue gives the new one, and so does one that was sent as JSON', () => {
  const sent = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))
  fc.assert(
    fc.property(catalogue, catalogue, (before, after) => {
      const copy = structuredClone(before)
      const diff = diffServices(before, after)
      // Vitest would take an own field `constructor` for the object's type.
      expect(isDeepStrictEqual(applyServicesDiff(before, diff), after)).toBe(true)
      expect(isDeepStrictEqual(sent(applyServicesDiff(sent(before), sent(diff))), sent(after))).toBe(true)
      expect(isDeepStrictEqual(before, copy)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('catalogues that differ have a diff, which does not depend on the order of their services', () => {
  const parts = ({ added, removed, changed }: ReturnType<typeof diffServices>) => ({
    added,
    removed,
    changed,
  })
  const unique = fc.uniqueArray(row, { selector: ({ id_service }) => id_service, maxLength: 4 })
  const read = (rows: readonly unknown[]): readonly Service[] => parseServices('qqtube', rows).services
  fc.assert(
    fc.property(unique, unique, (before, after) => {
      const diff = diffServices(read(before), read(after))
      expect(parts(diffServices(read(before.toReversed()), read(after.toReversed())))).toEqual(parts(diff))
    }),
  )
})

test('twenty thousand services are compared in one pass', () => {
  const rows = Array.from({ length: 20_000 }, (_, id) => ({
    id_service: id % 7,
    prices: [{ pricing_per: '1', price: '1' }],
  }))
  const services = parseServices('qqtube', rows).services
  const diff = diffServices(services, services.slice(1))
  expect(diff.removed).toHaveLength(1)
})
