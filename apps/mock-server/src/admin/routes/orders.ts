import * as v from 'valibot'
import { ControlError } from '../../control-http/control-error.ts'
import { lifeSchema } from '../../control-http/schemas/life-schemas.ts'
import { orderSchema, orderStatusSchema } from '../../control-http/schemas/order-schema.ts'
import { amountSchema, nameSchema, queryNumber, upstreamSchema } from '../../schema/leaf-schemas.ts'
import type { MockControl } from '../handle/mock-control.ts'
import type { OrderView } from '../handle/order-view.ts'
import { type ControlRoute, controlRoute, nothing } from './route.ts'

const byId = v.strictObject({ id: nameSchema })

function existing(control: MockControl, id: string): OrderView {
  const order = control.orders.get(id)
  if (order === undefined) throw new ControlError(404, `There is no order '${id}' on this server.`)
  return order
}

export const orderRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'GET',
    path: '/orders',
    operationId: 'listOrders',
    summary: 'List the orders, oldest first',
    params: v.strictObject({
      upstream: v.optional(upstreamSchema),
      account: v.optional(v.pipe(nameSchema, v.description("The account's name."))),
      limit: v.optional(queryNumber(1, 100_000, 'At most so many, the latest ones.')),
    }),
    body: nothing,
    answer: v.pipe(v.array(orderSchema), v.readonly()),
    refusals: [],
    run({ control, params: { upstream, account, limit } }) {
      const orders = control.orders.list({ ...(upstream && { upstream }), ...(account && { account }) })
      return limit === undefined ? orders : orders.slice(-limit)
    },
  }),
  controlRoute({
    method: 'GET',
    path: '/orders/{id}',
    operationId: 'getOrder',
    summary: 'Read one order as it stands',
    params: byId,
    body: nothing,
    answer: orderSchema,
    refusals: [404],
    run: ({ control, params: { id } }) => existing(control, id),
  }),
  controlRoute({
    method: 'PUT',
    path: '/orders/{id}/status',
    operationId: 'setOrderStatus',
    summary: 'Set a status that stays until another is set',
    params: byId,
    body: v.strictObject({
      status: orderStatusSchema,
    }),
    answer: orderSchema,
    refusals: [404, 422],
    run({ control, params: { id }, body: { status } }) {
      existing(control, id)
      return control.orders.setStatus(id, status)
    },
  }),
  controlRoute({
    method: 'PUT',
    path: '/orders/{id}/life',
    operationId: 'setOrderLife',
    summary: 'Have an order go another way from now on; an end that it has gone past comes at once',
    params: byId,
    body: v.strictObject({ life: lifeSchema }),
    answer: orderSchema,
    refusals: [404, 422],
    run({ control, params: { id }, body: { life } }) {
      existing(control, id)
      return control.orders.setLife(id, life)
    },
  }),
  controlRoute({
    method: 'POST',
    path: '/orders/{id}/refund',
    operationId: 'refundOrder',
    summary: 'Give money back and stop the order as refunded',
    params: byId,
    body: v.strictObject({
      amount: v.optional(v.pipe(amountSchema, v.description('Default: all that is left of the charge.'))),
    }),
    answer: orderSchema,
    refusals: [404, 422],
    run({ control, params: { id }, body: { amount } }) {
      existing(control, id)
      return control.orders.refund(id, amount)
    },
  }),
]
