import type { Answer, OrderRecord } from '@orderwright/outbox'
import * as v from 'valibot'
import { popupPage } from '../platform/pages.ts'
import type { Messages } from '../platform/request.ts'
import type { OrderEntry } from './history/order-entry.ts'

/** Why a screen asks about orders: it has opened, and asks for no more than is new to it, or the person wants to know. */
export type ScreenTrigger = 'opened' | 'wanted'

interface OfOrder {
  readonly id: string
}

export interface OrderExchanges {
  /** Settles what earlier workers left behind; nobody else is asked. */
  readonly 'recover-orders': { readonly data: object; readonly answer: null }
  /** Looks up unknown orders that are due, and asks about open ones. */
  readonly 'refresh-orders': {
    readonly data: { readonly accountId: string; readonly trigger: ScreenTrigger }
    readonly answer: null
  }
  /** Finds out what became of an unknown order, as far as its upstream says. */
  readonly 'look-up-order': { readonly data: OfOrder; readonly answer: OrderRecord }
  /** Takes what the person has found out. */
  readonly 'answer-order': {
    readonly data: { readonly id: string; readonly said: Answer }
    readonly answer: OrderRecord
  }
  readonly 'cancel-order': { readonly data: OfOrder; readonly answer: OrderEntry }
  readonly 'refill-order': { readonly data: OfOrder; readonly answer: OrderEntry }
  readonly 'refill-orders': {
    readonly data: { readonly accountId: string; readonly ids: readonly string[] }
    readonly answer: null
  }
}

const text = v.pipe(v.string(), v.maxLength(200))

const saidSchema: v.GenericSchema<unknown, Answer> = v.variant('kind', [
  v.object({ kind: v.literal('placed'), orderId: text }),
  v.object({ kind: v.literal('not_placed') }),
  v.object({ kind: v.literal('not_yet_known') }),
])

const pages = [popupPage]

export const orderMessages: Messages<OrderExchanges> = {
  'recover-orders': {
    type: 'recover-orders',
    schema: v.object({ type: v.literal('recover-orders') }),
    pages,
  },
  'refresh-orders': {
    type: 'refresh-orders',
    schema: v.object({
      type: v.literal('refresh-orders'),
      accountId: text,
      trigger: v.picklist(['opened', 'wanted']),
    }),
    pages,
  },
  'look-up-order': {
    type: 'look-up-order',
    schema: v.object({ type: v.literal('look-up-order'), id: text }),
    pages,
  },
  'answer-order': {
    type: 'answer-order',
    schema: v.object({ type: v.literal('answer-order'), id: text, said: saidSchema }),
    pages,
  },
  'cancel-order': {
    type: 'cancel-order',
    schema: v.object({ type: v.literal('cancel-order'), id: text }),
    pages,
  },
  'refill-order': {
    type: 'refill-order',
    schema: v.object({ type: v.literal('refill-order'), id: text }),
    pages,
  },
  'refill-orders': {
    type: 'refill-orders',
    schema: v.object({ type: v.literal('refill-orders'), accountId: text, ids: v.array(text) }),
    pages,
  },
}
