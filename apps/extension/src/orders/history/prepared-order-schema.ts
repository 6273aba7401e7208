import type { PreparedOrder } from '@orderwright/core'
import * as v from 'valibot'

/** The values of an order's params, by name. A record of valibot's leaves out names such as `constructor`. */
export const paramsSchema: v.GenericSchema<unknown, Params> = v.custom<Params>(isParams)

type Params = PreparedOrder['params']

function isParams(input: unknown): input is Params {
  return (
    typeof input === 'object' &&
    input !== null &&
    !Array.isArray(input) &&
    Object.values(input).every(value => typeof value === 'string')
  )
}

/** An order as messages and files have it: they drop what is undefined, so an absent field stands for it. */
export const preparedOrderSchema: v.GenericSchema<unknown, PreparedOrder> = v.pipe(
  v.object({
    serviceId: v.string(),
    target: v.optional(v.string()),
    quantity: v.optional(v.string()),
    drip: v.boolean(),
    params: paramsSchema,
  }),
  v.transform(({ target, quantity, ...order }) => ({ ...order, target, quantity })),
)
