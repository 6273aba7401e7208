import * as v from 'valibot'
import type { ActionSchemas } from '../openapi/action-schemas.ts'
import {
  addSchema,
  balanceSchema,
  cancelSchema,
  errorSchema,
  orderStatusSchema,
  refillSchema,
  refillStatusesSchema,
  refillStatusSchema,
  refillsSchema,
  serviceSchema,
} from './answer-schemas.ts'
import { mostIds } from './id-list.ts'

export type PanelAction = 'services' | 'add' | 'status' | 'refill' | 'refill_status' | 'cancel' | 'balance'

const key = v.pipe(v.string(), v.minLength(1))
const text = v.optional(v.string())
const one = v.optional(v.pipe(v.string(), v.description('One id; or many in the field of many.')))
const idList = v.pipe(v.string(), v.description(`Ids with commas between, at most ${mostIds}.`))
const many = v.optional(idList)

/** Every action; all of them are POSTs. */
export const panelActions: Readonly<Record<PanelAction, ActionSchemas>> = {
  services: {
    method: 'POST',
    summary: 'List what can be ordered',
    fields: v.strictObject({ key, action: v.literal('services') }),
    answer: v.array(serviceSchema),
  },
  add: {
    method: 'POST',
    summary: 'Place an order; which fields there are depends on the type of the service',
    fields: v.objectWithRest(
      {
        key,
        action: v.literal('add'),
        service: v.string(),
        link: text,
        quantity: text,
        runs: text,
        interval: v.optional(v.pipe(v.string(), v.description('Minutes from one run to the next.'))),
        comments: v.optional(v.pipe(v.string(), v.description('One a line.'))),
        usernames: text,
        username: text,
        hashtags: text,
        hashtag: text,
        media: text,
        answer_number: text,
        min: text,
        max: text,
        posts: text,
        old_posts: text,
        delay: text,
        expiry: v.optional(v.pipe(v.string(), v.description('d/m/Y'))),
      },
      v.string(),
    ),
    answer: addSchema,
  },
  status: {
    method: 'POST',
    summary: 'Read one order, or many by id',
    fields: v.strictObject({ key, action: v.literal('status'), order: one, orders: many }),
    answer: v.union([orderStatusSchema, v.record(v.string(), v.union([orderStatusSchema, errorSchema]))]),
  },
  refill: {
    method: 'POST',
    summary: 'Ask for what one order lost, or many',
    fields: v.strictObject({ key, action: v.literal('refill'), order: one, orders: many }),
    answer: v.union([refillSchema, refillsSchema]),
  },
  refill_status: {
    method: 'POST',
    summary: 'Read one refill, or many',
    fields: v.strictObject({ key, action: v.literal('refill_status'), refill: one, refills: many }),
    answer: v.union([refillStatusSchema, refillStatusesSchema]),
  },
  cancel: {
    method: 'POST',
    summary: 'Ask for orders to be canceled',
    fields: v.strictObject({ key, action: v.literal('cancel'), orders: idList }),
    answer: cancelSchema,
  },
  balance: {
    method: 'POST',
    summary: 'Read the balance',
    fields: v.strictObject({ key, action: v.literal('balance') }),
    answer: balanceSchema,
  },
}

export function isPanelAction(name: string): name is PanelAction {
  return Object.hasOwn(panelActions, name)
}
