import * as v from 'valibot'
import type { OrderView } from '../../admin/handle/order-view.ts'
import {
  amountSchema,
  countSchema,
  durationSchema,
  nameSchema,
  timeSchema,
  upstreamSchema,
} from '../../schema/leaf-schemas.ts'
import { orderStates } from '../../simulator/order.ts'
import { lifeSchema } from './life-schemas.ts'

/** An order as it stands at one moment. */
export const orderSchema: v.GenericSchema<OrderView> = v.strictObject({
  id: v.pipe(nameSchema, v.description('Unique in a server, whichever API took the order.')),
  upstream: upstreamSchema,
  account: v.pipe(nameSchema, v.description("The account's name.")),
  serviceId: v.string(),
  target: v.pipe(v.string(), v.description('The link, as it was sent.')),
  quantity: v.pipe(countSchema, v.description('In all runs together; 0 for a subscription.')),
  startCount: countSchema,
  delivered: countSchema,
  state: v.picklist(orderStates),
  life: lifeSchema,
  charged: v.pipe(amountSchema, v.description('Exactly what was taken off the balance.')),
  refunded: v.pipe(amountSchema, v.description('Exactly what was given back.')),
  takenAt: timeSchema,
  durationMs: v.pipe(
    durationSchema,
    v.description("Milliseconds of the server's clock until it is completed, if nothing comes between."),
  ),
  runs: v.strictObject({ total: countSchema, finished: countSchema }),
  subscriptionOrders: v.pipe(
    v.array(nameSchema),
    v.readonly(),
    v.description('The ids of the orders that it has placed, where it is a subscription.'),
  ),
})

/** A status that is set by hand. */
export const orderStatusSchema: v.GenericSchema<number | string> = v.pipe(
  v.union([v.pipe(v.number(), v.integer()), nameSchema]),
  v.description(
    "QQTube's id_status, from 1 to 25; on a panel any word: `Partial` and `Canceled` give money back.",
  ),
  v.examples([1, 'Partial']),
)
