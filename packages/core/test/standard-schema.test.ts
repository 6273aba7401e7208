import type { StandardSchemaV1 } from '@standard-schema/spec'
import { FormApi } from '@tanstack/form-core'
import { initTRPC } from '@trpc/server'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { type OrderRequest, parseServices, quote, type Service, toStandardSchema } from '../src/index.ts'
import { parseVector, vectorLines } from './vectors.ts'

function serviceOf(upstream: 'qqtube' | 'panel', row: unknown): Service {
  const [service] = parseServices(upstream, [row]).services
  if (service === undefined) throw new Error('the row was not read as a service')
  return service
}

const service = serviceOf('qqtube', {
  id_service: '3',
  amount_minimum: '100',
  prices: [{ pricing_per: '1000', price: '2.50' }],
  params: [{ field_name: 'minutes', field_label: 'Minutes watched', field_validators: 'required|min:10' }],
})
const schema = toStandardSchema(service)
const { validate } = schema['~standard']

test('is a Standard Schema by the types of the specification', () => {
  expectTypeOf(schema).toExtend<StandardSchemaV1<OrderRequest, OrderRequest>>()
  expectTypeOf<StandardSchemaV1.InferInput<typeof schema>>().toEqualTypeOf<OrderRequest>()
  expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<OrderRequest>()
})

describe('agrees with the judge on every golden vector', () => {
  test.each(['qqtube-quotes', 'panel-quotes'] as const)('%s', name => {
    for (const line of vectorLines(name)) {
      const { upstream, service: row, order } = parseVector(line)
      const vectorService = serviceOf(upstream, row)
      const judged = quote(vectorService, order)
      const found = toStandardSchema(vectorService)['~standard'].validate(order)
      if (judged.ok) expect(found).toStrictEqual({ value: order })
      else expect(found.issues?.map(({ issue }) => issue)).toEqual(judged.issues)
    }
  })
})

test('an issue has its message with the label of the field, its path in the order, and its data', () => {
  expect(validate({ quantity: '5', drip: true, params: { minutes: '7', zebra: '1' } }).issues).toEqual([
    {
      message: 'Quantity must be at least 100.',
      path: ['quantity'],
      issue: { code: 'below_min', path: 'quantity', min: '100' },
    },
    {
      message: 'Minutes watched must be at least 10.',
      path: ['params', 'minutes'],
      issue: { code: 'below_min', path: 'minutes', min: '10' },
    },
    {
      message: 'Zebra is not a field of this service; leave it out.',
      path: ['params', 'zebra'],
      issue: { code: 'unknown_param', path: 'zebra' },
    },
    {
      message: 'This service cannot be delivered by drip; turn drip off.',
      path: ['drip'],
      issue: { code: 'drip_not_available', path: 'drip' },
    },
  ])
})

test('messages come in the language that is handed in', () => {
  const own = toStandardSchema(service, ({ code }, label) => `${label ?? 'Menge'}: ${code}`)
  const { issues } = own['~standard'].validate({ quantity: '' })
  expect(issues?.map(({ message }) => message)).toEqual(['Menge: required', 'Minutes watched: required'])
})

test('whatever is handed in is valid or has issues, and is never an error', () => {
  const wild = fc.oneof(
    fc.anything(),
    fc.record({ quantity: fc.anything(), drip: fc.anything(), params: fc.anything() }),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        wild,
        fc.dictionary(fc.string(), fc.anything()).map(params => ({ params })),
      ),
      value => {
        for (const issue of validate(value).issues ?? []) expect(issue.message).toMatch(/\.$/)
      },
    ),
  )
})

test('a form of TanStack shows each issue at its field', () => {
  const form = new FormApi<
    OrderRequest,
    undefined,
    typeof schema,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    never
  >({
    defaultValues: { quantity: '5', params: { minutes: '' } },
    validators: { onChange: schema },
  })
  form.mount()
  form.setFieldValue('quantity', '50')
  expect(form.getAllErrors().fields).toMatchObject({
    quantity: { errors: [{ message: 'Quantity must be at least 100.' }] },
    'params.minutes': { errors: [{ message: 'Minutes watched is required.' }] },
  })
})

test('a procedure of tRPC takes what is valid, and refuses the rest with the issues', async () => {
  const { procedure, router, createCallerFactory } = initTRPC.create()
  const orders = router({ place: procedure.input(schema).mutation(({ input }) => input.quantity) })
  const caller = createCallerFactory(orders)({})
  expect(await caller.place({ quantity: '100', params: { minutes: '10' } })).toBe('100')
  await expect(caller.place({ quantity: '100' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('Minutes watched is required.'),
  })
})

test('the issue of a param that is named as a field of the order stands at the param', () => {
  const params = [
    { field_name: 'quantity', field_validators: 'required' },
    { field_name: 'drip', field_validators: 'required' },
  ]
  const named = serviceOf('qqtube', { id_service: '3', prices: [{ pricing_per: '1', price: '1' }], params })
  const { issues } = toStandardSchema(named)['~standard'].validate({ quantity: '1', drip: true })
  expect(issues?.map(({ path }) => path)).toEqual([['params', 'quantity'], ['params', 'drip'], ['drip']])
})
