import * as v from 'valibot'
import type { OrderEntry } from './order-entry.ts'

const text = v.string()
const named = v.object({ code: text })

/** What the screens and the outbox rely on: all that is worth a look each time that an order is read. */
const rowSchema = v.object({
  record: v.object({
    id: text,
    accountId: text,
    order: v.object({ serviceId: text, params: v.record(text, text) }),
    confirmed: v.object({ total: text, quantity: text, serviceName: text }),
    createdAt: v.number(),
    history: v.array(v.object({ at: v.number() })),
    state: v.variant('name', [
      v.object({ name: v.picklist(['draft', 'queued', 'submitting', 'not_placed']) }),
      v.object({ name: v.literal('accepted'), orderId: text }),
      v.object({
        name: v.picklist(['open', 'closed']),
        orderId: text,
        status: v.object({ orderId: text, state: text }),
      }),
      v.object({ name: v.literal('rejected'), messages: v.array(v.object({ text })) }),
      v.object({ name: v.literal('not_sent'), reason: named }),
      v.object({
        name: v.literal('unknown'),
        reason: named,
        candidates: v.array(v.object({ orderId: text })),
      }),
    ]),
  }),
})

/** Returns whether a row of the order history is what this version writes. */
export function isReadableOrder(row: OrderEntry): boolean {
  return v.is(rowSchema, row)
}
