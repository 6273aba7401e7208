import type { PreparedOrder } from '@orderwright/core'
import * as v from 'valibot'

/** An order as messages and files have it: they drop what is undefined, so an absent field stands for it. */
export const preparedOrderSchema: v.GenericSchema<unknown, PreparedOrder> = v.pipe(
  v.object({
    serviceId: v.string(),
    target: v.optional(v.string()),
    quantity: v.optional(v.string()),
    drip: v.boolean(),
    params: v.record(v.string(), v.string()),
  }),
  v.transform(({ target, quantity, ...order }) => ({ ...order, target, quantity })),
)
