import type { Service } from '../catalogue/service.ts'
import type { Param } from '../rules/param.ts'
import { type Stretches, stretchesOf } from '../solve/stretches.ts'
import { nonBlank, nullOrBlank, type ParamSchema, paramSchema } from './param-schema.ts'
import { type JsonSchema, nothing, type Unsaid } from './rule-words.ts'
import { isShortNumber, multiplePattern, quantityPattern } from './text-patterns.ts'

/** The JSON Schema of an order, to be stored or sent as it is. */
export interface OrderJsonSchema extends JsonSchema {
  readonly $schema: 'https://json-schema.org/draft/2020-12/schema'
  /** What the judge alone refuses, by name; absent if there is nothing. */
  readonly $comment?: string
  readonly type: 'object'
  readonly properties: Readonly<Record<'quantity' | 'drip' | 'params', JsonSchema>>
  readonly required: readonly string[]
}

/**
 * Returns a JSON Schema (2020-12) of an order of the service: `{ quantity, drip, params }`, with the labels and descriptions of the
 * params. Whatever `quote` accepts is valid. What it refuses is invalid, except for what JSON Schema cannot express: `$comment` names
 * that for this service, and the README lists it.
 *
 * @throws {TypeError} if the service is no object.
 *
 * @example
 * ```ts
 * const { services } = parseServices('panel', [{ service: 1, type: 'Package', rate: '0.90', min: '50', max: '10000' }])
 * const { $schema, properties } = toJsonSchema(services[0])
 * $schema // 'https://json-schema.org/draft/2020-12/schema'
 * properties.drip // { enum: [false, null] }
 * ```
 */
export function toJsonSchema(service: Service): OrderJsonSchema {
  const stretches = stretchesOf(service)
  const quantity = quantitySchema(service, stretches)
  const params = service.params.map(param => ({ param, ...schemaOf(param, service, stretches) }))
  const required = params.filter(({ isRequired }) => isRequired).map(({ param }) => param.name)
  const unsaid = new Set([...quantity.unsaid, ...params.flatMap(param => param.unsaid), ...unsaidOf(service)])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(unsaid.size === 0 ? {} : { $comment: `Not said here: ${[...unsaid].toSorted().join(', ')}.` }),
    type: 'object',
    properties: {
      quantity: quantity.schema,
      drip: service.drip === undefined ? { enum: [false, null] } : { enum: [true, false, null] },
      params: {
        type: 'object',
        properties: Object.fromEntries(
          params.map(({ param, schema }) => [param.name, { ...textsOf(param), ...schema }]),
        ),
        additionalProperties: false,
        ...(required.length === 0 ? {} : { required }),
        ...relations(service.params),
      },
    },
    required: [
      ...(service.quantitySource.kind === 'given' ? ['quantity'] : []),
      ...(required.length === 0 ? [] : ['params']),
    ],
  }
}

function textsOf({ label, description }: Param): JsonSchema {
  return { ...(label === '' ? {} : { title: label }), ...(description === '' ? {} : { description }) }
}

function unsaidOf({ params, drip }: Service): readonly Unsaid[] {
  const numbers = [
    drip?.cost,
    ...params.map(({ modifier }) => modifier?.by),
    ...params.map(({ modifier }) => modifier?.every),
  ]
  const canBeNegative = numbers.some(number => number?.startsWith('-'))
  const areCompared = params.some(({ atLeast }) => atLeast !== undefined)
  return [
    ...(canBeNegative ? (['negative_total'] as const) : []),
    ...(areCompared ? (['compared_fields'] as const) : []),
  ]
}

/** A param that is given may ask for another one. */
function relations(params: readonly Param[]): JsonSchema {
  const conditions = params.flatMap(({ name, requires }) =>
    requires === undefined ? [] : [{ anyOf: [{ not: given(name) }, given(requires)] }],
  )
  return conditions.length === 0 ? {} : { allOf: conditions }
}

function given(name: string): JsonSchema {
  return { type: 'object', properties: Object.fromEntries([[name, nonBlank]]), required: [name] }
}

function schemaOf(param: Param, { quantitySource }: Service, { step, list }: Stretches): ParamSchema {
  const isCounted = quantitySource.kind === 'lines' && quantitySource.param === param.name
  return paramSchema(
    param,
    isCounted
      ? {
          step,
          counts: list.map(({ first, last }) => ({
            least: first * step,
            greatest: last === undefined ? undefined : last * step,
          })),
        }
      : undefined,
  )
}

function quantitySchema(service: Service, { step, list }: Stretches): Pick<ParamSchema, 'schema' | 'unsaid'> {
  if (service.quantitySource.kind !== 'given') return { schema: nullOrBlank, unsaid: [] }
  if (list.length === 0) return { schema: nothing, unsaid: [] }
  const ranges = list.map(({ first, last }) => ({
    least: first * step,
    greatest: last === undefined ? undefined : last * step,
  }))
  const ends = ranges.flatMap(({ least, greatest }) => (greatest === undefined ? [least] : [least, greatest]))
  const multiples = multiplePattern(step)
  const unsaid: readonly Unsaid[] = [
    ...(multiples === undefined ? (['multiple_in_text'] as const) : []),
    ...(ends.every(isSafe) ? [] : (['long_number'] as const)),
  ]
  const texts = ranges.map(({ least, greatest }) => {
    const end = greatest !== undefined && isShortNumber(greatest) ? greatest : undefined
    return { type: 'string', pattern: quantityPattern(isShortNumber(least) ? least : 1n, end) }
  })
  const numbers = ranges.map(({ least, greatest }) => ({
    type: 'integer',
    minimum: isSafe(least) ? Number(least) : Number.MAX_SAFE_INTEGER,
    ...(greatest === undefined || !isSafe(greatest) ? {} : { maximum: Number(greatest) }),
  }))
  const text = { type: 'string', anyOf: texts, ...(multiples === undefined ? {} : { pattern: multiples }) }
  const number = { type: 'integer', anyOf: numbers, ...(isSafe(step) ? { multipleOf: Number(step) } : {}) }
  return { schema: { anyOf: [text, number] }, unsaid }
}

function isSafe(number: bigint): boolean {
  return number <= BigInt(Number.MAX_SAFE_INTEGER)
}
