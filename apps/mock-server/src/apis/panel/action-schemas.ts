import * as v from 'valibot'
import type { PanelAction } from '../../matching/action-names.ts'
import type { ActionSchemas } from '../actions.ts'
import {
  idSchema,
  keySchema as key,
  mayHave,
  textSchema as text,
  wholeNumberSchema,
} from '../field-schemas.ts'
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
  subscriptionStatusSchema,
} from './answer-schemas.ts'
import { idListSchema } from './id-list.ts'

const some = v.optional(text)
const count = v.optional(wholeNumberSchema)
const one = v.optional(idSchema)
const many = mayHave(idListSchema, 'Counts if there is no single one.')
const dayMonthYear = v.pipe(v.string(), v.regex(/^\d{1,2}\/\d{1,2}\/\d{4}$/, 'is no date as d/m/Y'))

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
        service: text,
        link: some,
        quantity: count,
        runs: count,
        interval: mayHave(wholeNumberSchema, 'Minutes from one run to the next.'),
        comments: mayHave(text, 'One a line.'),
        usernames: some,
        username: some,
        hashtags: some,
        hashtag: some,
        media: some,
        answer_number: some,
        min: count,
        max: count,
        posts: count,
        old_posts: count,
        delay: mayHave(wholeNumberSchema, 'Minutes from a post to the order for it.'),
        expiry: mayHave(dayMonthYear, 'The last day of a subscription, as d/m/Y.'),
      },
      v.string(),
    ),
    answer: addSchema,
  },
  status: {
    method: 'POST',
    summary: 'Read one order, or many by id',
    fields: v.strictObject({ key, action: v.literal('status'), order: one, orders: many }),
    oneOf: ['order', 'orders'],
    answer: v.union([
      orderStatusSchema,
      subscriptionStatusSchema,
      v.record(v.string(), v.union([orderStatusSchema, subscriptionStatusSchema, errorSchema])),
    ]),
  },
  refill: {
    method: 'POST',
    summary: 'Ask for what one order lost, or many',
    fields: v.strictObject({ key, action: v.literal('refill'), order: one, orders: many }),
    oneOf: ['order', 'orders'],
    answer: v.union([refillSchema, refillsSchema]),
  },
  refill_status: {
    method: 'POST',
    summary: 'Read one refill, or many',
    fields: v.strictObject({ key, action: v.literal('refill_status'), refill: one, refills: many }),
    oneOf: ['refill', 'refills'],
    answer: v.union([refillStatusSchema, refillStatusesSchema]),
  },
  cancel: {
    method: 'POST',
    summary: 'Ask for orders to be canceled',
    fields: v.strictObject({ key, action: v.literal('cancel'), orders: idListSchema }),
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
