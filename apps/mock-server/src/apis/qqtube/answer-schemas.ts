import * as v from 'valibot'
import { idStatuses } from './id-status.ts'

const wholeNumber = v.pipe(v.number(), v.integer())

const cost = v.pipe(v.number(), v.description('Exact: keep its digits, a float may lose some.'))

const dateTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
  v.description('In UTC; the document names no zone.'),
  v.examples(['2021-12-30 23:59:59']),
)

const counts = {
  id_service_submission: v.pipe(v.string(), v.regex(/^\d+$/), v.examples(['123456'])),
  short_url: v.pipe(v.string(), v.description('The video or the channel if the link has one.')),
  start_count: wholeNumber,
  wanted_count: wholeNumber,
  current_count: wholeNumber,
} as const

const messages = v.array(v.strictObject({ id: wholeNumber, message: v.string() }))

export const errorSchema: v.GenericSchema = v.strictObject({ status: v.literal('error'), messages })

export const addSchema: v.GenericSchema = v.strictObject({
  status: v.literal('success'),
  messages,
  ...counts,
  long_url: v.string(),
})

export const statsSchema: v.GenericSchema = v.strictObject({
  ...counts,
  sent_count: v.pipe(v.nullable(wholeNumber), v.description('A number for services 54 and 55 alone.')),
  long_url: v.string(),
  total_cost: cost,
  status: v.strictObject({
    id_status: v.picklist(idStatuses.map(({ id }) => String(id))),
    name: v.string(),
    type: v.picklist(['info', 'error']),
    description: v.string(),
  }),
  refund_total: v.optional(v.pipe(cost, v.description('Only if a refund was given.'))),
  refund_time: v.optional(dateTime),
})

export const submissionSchema: v.GenericSchema = v.strictObject({
  ...counts,
  id_status: v.picklist(idStatuses.map(({ id }) => id)),
  id_service: v.union([wholeNumber, v.string()]),
  total_cost: cost,
  date_added: dateTime,
})

export const fundsSchema: v.GenericSchema = v.strictObject({
  funds: v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.examples(['34.21'])),
})

const text = v.string()

const price = v.looseObject({ minimum: text, maximum: text, pricing_per: text, price: text })

const option = v.looseObject({ name: text, value: text, error_selection: text })

const param = v.looseObject({
  field_label: text,
  field_descr: text,
  field_placeholder: text,
  field_name: v.pipe(text, v.description('The field of `add` that takes the value.')),
  field_validators: v.pipe(text, v.examples(['required|min:10'])),
  is_price_modifier: text,
  modify_type: v.pipe(text, v.description('`add` or `multiply` if it is a price modifier.')),
  modify_every: text,
  modify_by: text,
  options: v.array(option),
})

/** A row of the sample catalogue, each value a text as the document says; one that was loaded is answered as it is. */
export const serviceSchema: v.GenericSchema = v.looseObject({
  id_service: text,
  public_name: text,
  amount_minimum: text,
  amount_increment: text,
  is_geo: text,
  is_retention: text,
  is_drip: text,
  drip_cost: text,
  example: text,
  type_name: text,
  prices: v.array(price),
  params: v.array(param),
})
