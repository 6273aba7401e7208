import * as v from 'valibot'
import {
  amountSchema,
  countSchema,
  durationSchema,
  nameSchema,
  queryNumber,
  timeSchema,
  upstreamSchema,
} from '../../schema/leaf-schemas.ts'
import { behaviourSchema } from '../../simulator/behaviour-rules.ts'
import { orderStates } from '../../simulator/order.ts'
import type { MockControl } from '../handle/mock-control.ts'
import type { OrderView } from '../handle/order-view.ts'
import { AdminError, type AdminRoute, adminRoute } from './route.ts'

/** An order as it stands at one moment. */
export const orderSchema: v.GenericSchema<unknown, OrderView> = v.strictObject({
  id: v.pipe(nameSchema, v.description('Unique in a server, whichever API took the order.')),
  upstream: upstreamSchema,
  account: v.pipe(nameSchema, v.description("The account's name.")),
  serviceId: v.string(),
  target: v.pipe(v.string(), v.description('The link, as it was sent.')),
  quantity: v.pipe(countSchema, v.description('In all runs together; 0 for a subscription.')),
  startCount: countSchema,
  delivered: countSchema,
  state: v.picklist(orderStates),
  behaviour: behaviourSchema,
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
    v.description('The ids of the orders that it has placed, if it is a subscription.'),
  ),
})

/** A status that is set by hand. */
const orderStatusSchema: v.GenericSchema<number | string> = v.pipe(
  v.union([v.pipe(v.number(), v.integer()), nameSchema]),
  v.description(
    "QQTube's id_status, from 1 to 25; on a panel any word: `Partial` and `Canceled` give money back.",
  ),
  v.examples([1, 'Partial']),
)

const byId = v.strictObject({ id: nameSchema })

function existing(control: MockControl, id: string): OrderView {
  const order = control.orders.get(id)
  if (order === undefined) throw new AdminError(404, `There is no order '${id}' on this server.`)
  return order
}

export const orderRoutes: readonly AdminRoute[] = [
  adminRoute('GET', '/orders', {
    operationId: 'listOrders',
    summary: 'List the orders, oldest first',
    params: v.strictObject({
      upstream: v.optional(upstreamSchema),
      account: v.optional(v.pipe(nameSchema, v.description("The account's name."))),
      limit: v.optional(queryNumber(1, 100_000, 'At most so many, the latest ones.')),
    }),
    answer: v.pipe(v.array(orderSchema), v.readonly()),
    run({ control, params: { upstream, account, limit } }) {
      const orders = control.orders.list({ ...(upstream && { upstream }), ...(account && { account }) })
      return limit === undefined ? orders : orders.slice(-limit)
    },
  }),
  adminRoute('GET', '/orders/{id}', {
    operationId: 'getOrder',
    summary: 'Read one order as it stands',
    params: byId,
    answer: orderSchema,
    errorStatuses: [404],
    run: ({ control, params: { id } }) => existing(control, id),
  }),
  adminRoute('PUT', '/orders/{id}/status', {
    operationId: 'setOrderStatus',
    summary: 'Set a status that stays until another is set',
    params: byId,
    body: v.strictObject({
      status: orderStatusSchema,
    }),
    answer: orderSchema,
    errorStatuses: [404, 422],
    run({ control, params: { id }, body: { status } }) {
      existing(control, id)
      return control.orders.setStatus(id, status)
    },
  }),
  adminRoute('PUT', '/orders/{id}/behaviour', {
    operationId: 'setOrderBehaviour',
    summary: 'Have an order go another way from now on; an end that it has gone past comes at once',
    params: byId,
    body: v.strictObject({ behaviour: behaviourSchema }),
    answer: orderSchema,
    errorStatuses: [404, 422],
    run({ control, params: { id }, body: { behaviour } }) {
      existing(control, id)
      return control.orders.setBehaviour(id, behaviour)
    },
  }),
  adminRoute('POST', '/orders/{id}/refund', {
    operationId: 'refundOrder',
    summary: 'Give money back and stop the order as refunded',
    params: byId,
    body: v.strictObject({
      amount: v.optional(v.pipe(amountSchema, v.description('Default: all that is left of the charge.'))),
    }),
    answer: orderSchema,
    errorStatuses: [404, 422],
    run({ control, params: { id }, body: { amount } }) {
      existing(control, id)
      return control.orders.refund(id, amount)
    },
  }),
]
