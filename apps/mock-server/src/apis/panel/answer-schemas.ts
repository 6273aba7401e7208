import * as v from 'valibot'

const text = v.string()
const amount = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/), v.examples(['0.27819']))
/** A number if it reads as one. */
const id = v.union([v.pipe(v.number(), v.integer()), text])

export const errorSchema: v.GenericSchema = v.strictObject({
  error: v.pipe(text, v.examples(['Incorrect order ID'])),
})

export const addSchema: v.GenericSchema = v.strictObject({ order: id })

export const orderStatusSchema: v.GenericSchema = v.strictObject({
  charge: v.pipe(amount, v.description('It falls by what is given back.')),
  start_count: v.pipe(
    v.nullable(v.pipe(text, v.regex(/^\d+$/))),
    v.description('Null until the delivery begins.'),
  ),
  status: v.pipe(text, v.examples(['In progress'])),
  remains: v.pipe(text, v.regex(/^\d+$/)),
  currency: text,
})

export const subscriptionStatusSchema: v.GenericSchema = v.strictObject({
  status: v.pipe(text, v.examples(['Active', 'Expired', 'Completed', 'Paused', 'Canceled'])),
  expiry: v.pipe(v.nullable(text), v.description('Its last day, as d/m/Y.'), v.examples(['31/12/2026'])),
  posts: v.pipe(text, v.regex(/^\d+$/), v.description('For how many it has ordered so far.')),
  orders: v.pipe(v.array(text), v.description('The ids of the orders that it has placed.')),
})

export const refillSchema: v.GenericSchema = v.strictObject({ refill: text })

export const refillsSchema: v.GenericSchema = v.array(
  v.strictObject({ order: id, refill: v.union([id, errorSchema]) }),
)

export const refillStatusSchema: v.GenericSchema = v.strictObject({
  status: v.pipe(text, v.examples(['Completed'])),
})

export const refillStatusesSchema: v.GenericSchema = v.array(
  v.strictObject({ refill: id, status: v.union([text, errorSchema]) }),
)

export const cancelSchema: v.GenericSchema = v.array(
  v.strictObject({
    order: id,
    cancel: v.pipe(
      v.union([v.literal(1), errorSchema]),
      v.description('1: asked for; it takes effect within a minute of the clock.'),
    ),
  }),
)

export const balanceSchema: v.GenericSchema = v.strictObject({ balance: amount, currency: text })

/** A row of the sample catalogue, typed as in the document's example; one that was loaded is answered as it is. */
export const serviceSchema: v.GenericSchema = v.looseObject({
  service: id,
  name: text,
  type: v.pipe(text, v.examples(['Default'])),
  category: text,
  rate: v.pipe(text, v.description('For every 1000, or flat for a package.'), v.examples(['0.90'])),
  min: text,
  max: text,
  refill: v.boolean(),
  cancel: v.boolean(),
  dripfeed: v.optional(v.boolean()),
})
