import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type IssueCode,
  type JsonSchema,
  type OrderRequest,
  parseServices,
  quote,
  type Service,
  toJsonSchema,
} from '../src/index.ts'
import { parseVector, vectorLines } from './vectors.ts'

function serviceOf(upstream: 'qqtube' | 'panel', row: unknown): Service {
  const [service] = parseServices(upstream, [row]).services
  if (service === undefined) throw new Error('the row was not read as a service')
  return service
}

/** As strict as ajv can be; what it compiles must keep to the schema of schemas too. */
const ajv = new Ajv2020({ strict: true, code: { optimize: false } })

function isValidFor(schema: JsonSchema, order: OrderRequest): boolean {
  // As an order is sent: without fields that are undefined.
  const isValid = ajv.validate(schema, JSON.parse(JSON.stringify(order)))
  ajv.removeSchema(schema)
  return isValid
}

function unsaidBy({ $comment }: JsonSchema): readonly string[] {
  return typeof $comment === 'string' ? $comment.replace(/^Not said here: |\.$/g, '').split(', ') : []
}

/** By what a schema leaves unsaid an order can be valid that has an issue of the code. */
const excuses: Readonly<Partial<Record<IssueCode, readonly string[]>>> = {
  negative_total: ['negative_total'],
  not_a_multiple: ['multiple_in_text', 'many_lines'],
  below_min: ['compared_fields', 'many_lines', 'long_number'],
  above_max: ['many_lines', 'long_number'],
  too_short: ['length_as_sent', 'length_of_number'],
  too_long: ['length_as_sent', 'length_of_number'],
}

/** Returns what excuses the schema, or `undefined` if it agrees with the judge. */
function disagreement(service: Service, order: OrderRequest): string | undefined {
  const schema = toJsonSchema(service)
  const isValid = isValidFor(schema, order)
  const judged = quote(service, order)
  if (isValid === judged.ok) return undefined
  if (judged.ok) return `refused: ${JSON.stringify(order)}`
  const unsaid = unsaidBy(schema)
  const all = judged.issues.map(
    ({ code }) => excuses[code]?.find(excuse => unsaid.includes(excuse)) ?? `missed: ${code}`,
  )
  return [...new Set(all)].toSorted().join(', ')
}

/** A schema takes longer to compile than an order to judge: `pnpm test:schemas` looks at all vectors, `pnpm test` at every fifth. */
const isWhole = process.env.ALL_VECTORS === '1'

/** Returns how many vectors each entry of what is unsaid excuses. */
function disagreements(name: 'qqtube-quotes' | 'panel-quotes'): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const line of vectorLines(name).filter((_, index) => isWhole || index % 5 === 0)) {
    const { upstream, service: row, order } = parseVector(line)
    const found = disagreement(serviceOf(upstream, row), order)
    if (found !== undefined) counts[found] = (counts[found] ?? 0) + 1
  }
  return counts
}

describe('ajv agrees with the judge on the golden vectors, but for those that the schema says it has no words for', () => {
  test('of QQTube', () => {
    const found = disagreements('qqtube-quotes')
    expect(isWhole ? found : { ...found, ...qqtubeUnsaid }).toEqual(qqtubeUnsaid)
  })

  test('of panels', () => {
    expect(disagreements('panel-quotes')).toEqual({})
  })
})

/** Of the thousand vectors of QQTube. */
const qqtubeUnsaid = { multiple_in_text: 8, negative_total: 4 }

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u200b',
    'x',
    'x\ny',
    'x\n \ny\nz',
    '\n\nx',
    'true',
    '29/2/2024',
    '29/02/2023',
    '31/4/2024',
    '1/13/2024',
  ),
  fc.integer({ min: -120, max: 1200 }).map(String),
  fc
    .tuple(fc.constantFrom(' ', '+', '-', '00', ''), fc.nat(1100), fc.constantFrom('', '.0', '.50', ' ', '.'))
    .map(parts => parts.join('')),
)
const value = fc.oneof(text, fc.integer({ min: -120, max: 1200 }), fc.constantFrom(2.5, 0, true, false, null))
const count = fc.integer({ min: -100, max: 1000 })
const rule = fc.oneof(
  fc.constant('required'),
  fc.tuple(fc.constantFrom('min', 'max'), count).map(parts => parts.join(':')),
  fc.constantFrom(1, 5, -10, 30, 250).map(n => `increment:${n}`),
  fc
    .tuple(fc.constantFrom('minchar', 'maxchar', 'minlines'), fc.integer({ min: -1, max: 4 }))
    .map(parts => parts.join(':')),
)
const end = fc.oneof(count, fc.constantFrom('', '10.5'))
const qqtube = fc
  .record({
    amount_minimum: end,
    amount_increment: fc.constantFrom('', '1', '10', '30', '2.5', '250'),
    is_drip: fc.boolean(),
    prices: fc.array(fc.record({ minimum: end, maximum: end }), { minLength: 1, maxLength: 3 }),
    params: fc.array(
      fc.record({
        field_name: fc.constantFrom('a', 'b'),
        field_validators: fc.array(rule, { maxLength: 3 }).map(rules => rules.join('|')),
        options: fc.array(
          text.map(option => ({ name: option, value: option })),
          { maxLength: 2 },
        ),
        is_price_modifier: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  })
  .map(row => ({
    ...row,
    id_service: '1',
    prices: [...row.prices, {}].map(tier => ({ ...tier, pricing_per: 1, price: 1 })),
  }))
const panel = fc
  .record({
    type: fc.constantFrom('Default', 'Package', 'Custom Comments', 'Poll', 'Subscriptions', 'Web Traffic'),
    min: fc.integer({ min: 1, max: 3 }),
    max: fc.integer({ min: 3, max: 1000 }),
  })
  .map(row => ({ ...row, service: 1, rate: 1 }))
const order = fc.record(
  {
    quantity: value,
    drip: fc.constantFrom(true, false, null),
    params: fc.dictionary(
      fc.constantFrom(
        'a',
        'b',
        'comments',
        'answer_number',
        'runs',
        'interval',
        'min',
        'max',
        'delay',
        'username',
        'expiry',
      ),
      value,
      { maxKeys: 4 },
    ),
  },
  { requiredKeys: [] },
)

test('a schema refuses nothing that the judge takes, and takes nothing more than it says', () => {
  const service = fc.oneof(
    qqtube.map(row => serviceOf('qqtube', row)),
    panel.map(row => serviceOf('panel', row)),
  )
  fc.assert(
    fc.property(service, fc.array(order, { minLength: 5, maxLength: 5 }), (any, orders) => {
      for (const each of orders) expect(disagreement(any, Object(each)) ?? '').not.toMatch(/refused|missed/)
    }),
    { numRuns: 100 },
  )
})

test.each([
  { amount_minimum: '9'.repeat(90) },
  { prices: [{ minimum: '9'.repeat(16), maximum: '9'.repeat(90), pricing_per: 1, price: 1 }] },
  {
    params: [
      {
        field_name: 'x',
        field_validators: `min:${'9'.repeat(90)}|minchar:${'9'.repeat(90)}|maxchar:${'9'.repeat(90)}`,
      },
    ],
  },
  {
    params: [
      {
        field_name: 'x',
        field_validators: `increment:${'9'.repeat(90)}|minlines:${'9'.repeat(90)}|max:-${'9'.repeat(90)}`,
      },
    ],
  },
])('numbers beyond all measure still make a schema', fields => {
  // No catalogue has such numbers, so they are put into a service that was read.
  const read = serviceOf('qqtube', { id_service: '1', prices: [{ pricing_per: 1, price: 1 }], ...fields })
  const service: Service = JSON.parse(JSON.stringify(read).replaceAll(/9{90}/g, '9'.repeat(400)))
  expect(disagreement(service, { quantity: '9'.repeat(100), params: {} }) ?? '').not.toMatch(/refused|missed/)
  expect(disagreement(service, { quantity: 1, params: { x: 5 } }) ?? '').not.toMatch(/refused/)
})

test.each([
  ['minlines:2', 5, false],
  ['minlines:2', true, false],
  ['minlines:1', 5, true],
  ['minlines:2', 'a\nb', true],
  ['max:5', '5.5', false],
  ['max:5', 5.5, false],
  ['max:5', '5.0', true],
])('a field of the rules %s takes %j: %s', (field_validators, x, isTaken) => {
  const params = [{ field_name: 'x', field_validators }]
  const service = serviceOf('qqtube', { id_service: '1', prices: [{ pricing_per: 1, price: 1 }], params })
  expect(isValidFor(toJsonSchema(service), { quantity: 1, params: { x } })).toBe(isTaken)
  expect(quote(service, { quantity: 1, params: { x } }).ok).toBe(isTaken)
})

test('a field of ten thousand options is read once', () => {
  const options = Array.from({ length: 10_000 }, (_, index) => ({ name: '', value: `v${index}` }))
  const params = [{ field_name: 'x', field_validators: 'required', options }]
  const service = serviceOf('qqtube', { id_service: '1', prices: [{ pricing_per: 1, price: 1 }], params })
  const choices = options.map(({ value }) => value)
  expect(JSON.stringify(toJsonSchema(service))).toContain(JSON.stringify(choices))
})
