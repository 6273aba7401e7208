import { compileService, quote } from '@orderwright/core'
import { Ajv } from 'ajv'
import * as v from 'valibot'
import Validator from 'validatorjs'
import * as z from 'zod'
import type { Comparison, Contender } from './compare.ts'
import { invalidOrders, type SampleOrder, service, validOrders } from './sample.ts'

Validator.register('increment', (value, increment) => Number(value) % Number(increment) === 0, 'No multiple.')

const laravelRules = {
  quantity: 'required|integer|min:1000|increment:1000',
  minutes: 'required|numeric|min:10|max:600|increment:5',
  priority: 'numeric|min:1|max:5',
}

const schema = {
  type: 'object',
  properties: {
    quantity: { type: 'integer', minimum: 1000, multipleOf: 1000 },
    params: {
      type: 'object',
      properties: {
        minutes: { type: 'number', minimum: 10, maximum: 600, multipleOf: 5 },
        priority: { type: 'number', minimum: 1, maximum: 5 },
      },
      required: ['minutes'],
      additionalProperties: false,
    },
  },
  required: ['quantity', 'params'],
  additionalProperties: false,
} as const

const onNumbers = new Ajv({ allErrors: true }).compile(schema)
const onTexts = new Ajv({ allErrors: true, coerceTypes: true }).compile(schema)

const zodSchema = z.strictObject({
  quantity: z.coerce.number().int().min(1000).multipleOf(1000),
  params: z.strictObject({
    minutes: z.coerce.number().min(10).max(600).multipleOf(5),
    priority: z.optional(z.coerce.number().min(1).max(5)),
  }),
})

const toNumber = v.pipe(v.string(), v.transform(Number), v.number())
const valibotSchema = v.strictObject({
  quantity: v.pipe(toNumber, v.integer(), v.minValue(1000), v.multipleOf(1000)),
  params: v.strictObject({
    minutes: v.pipe(toNumber, v.minValue(10), v.maxValue(600), v.multipleOf(5)),
    priority: v.optional(v.pipe(toNumber, v.minValue(1), v.maxValue(5))),
  }),
})

/** One order in the forms that the contenders take, made beforehand. */
interface Forms {
  readonly order: SampleOrder
  readonly flat: Readonly<Record<string, string>>
  readonly numbers: object
}

function formsOf(order: SampleOrder): Forms {
  const numbersOf = (record: Readonly<Record<string, string>>): Record<string, number> =>
    Object.fromEntries(Object.entries(record).map(([name, text]) => [name, Number(text)]))
  return {
    order,
    flat: { quantity: order.quantity, ...order.params },
    numbers: { quantity: Number(order.quantity), params: numbersOf(order.params) },
  }
}

const compiled = compileService(service)

const reason = 'all issues are made, each with its numbers as text, and none is given twice'

/** Each answers whether an order can be placed; all but the first collect every issue. */
const contenders: readonly [Contender<Forms>, ...Contender<Forms>[]] = [
  { name: 'validatorjs', run: ({ flat }) => new Validator(flat, laravelRules).passes() },
  { name: 'zod, texts coerced', run: ({ order }) => zodSchema.safeParse(order).success },
  { name: 'valibot, texts transformed', run: ({ order }) => v.safeParse(valibotSchema, order).success },
  {
    name: 'ajv compiled, texts coerced',
    // It writes the numbers into what it is given, so it is given a copy.
    run: ({ order: { quantity, params } }) => onTexts({ quantity, params: { ...params } }),
  },
  { name: 'ajv compiled, numbers given as numbers', run: ({ numbers }) => onNumbers(numbers) },
  { name: '`compiled.check(order)`', run: ({ order }) => compiled.check(order).length === 0 },
  { name: '`quote(service, order)`', run: ({ order }) => quote(service, order).ok },
]

function checking(title: string, orders: readonly SampleOrder[], isValid: boolean): Comparison<Forms> {
  const [reference, ...others] = contenders
  return {
    title,
    contenders: [
      reference,
      ...others.map(contender =>
        contender.name.includes('check') ? { ...contender, aim: 40, reason } : contender,
      ),
    ],
    inputs: orders.map(formsOf),
    isRight: (_, answer) => answer === isValid,
  }
}

export const checkings: readonly Comparison<Forms>[] = [
  checking('Whether a valid order can be placed', validOrders, true),
  checking('What is wrong with an invalid order (two or three issues)', invalidOrders, false),
]
