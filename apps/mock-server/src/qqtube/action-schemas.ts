import * as v from 'valibot'
import type { ActionSchemas } from '../openapi/action-schemas.ts'
import { addSchema, fundsSchema, statsSchema, submissionSchema } from './answer-schemas.ts'
import { serviceSchema } from './service-schema.ts'
import { greatestLimit } from './submissions.ts'

export type QqtubeAction = 'add' | 'stats' | 'submissions' | 'funds' | 'services'

const key = v.pipe(v.string(), v.minLength(1))
const submissionId = v.pipe(v.string(), v.examples(['123456']))

/** Every action, with the method that it takes: any other is answered 405. */
export const qqtubeActions: Readonly<Record<QqtubeAction, ActionSchemas>> = {
  add: {
    method: 'POST',
    summary: 'Place an order',
    fields: v.objectWithRest(
      {
        api_key: key,
        action: v.literal('add'),
        url: v.pipe(v.string(), v.examples(['https://www.youtube.com/watch?v=jofNR_WkoCE'])),
        quantity: v.pipe(v.string(), v.examples(['1000'])),
        id_service: v.string(),
        drip: v.optional(
          v.pipe(v.picklist(['1']), v.description('Where the service drips. No field of the document.')),
        ),
      },
      v.pipe(v.string(), v.description('The params of the service, by their field_name.')),
    ),
    answer: addSchema,
  },
  stats: {
    method: 'GET',
    summary: 'Read one order',
    fields: v.strictObject({
      api_key: key,
      action: v.literal('stats'),
      id_service_submission: submissionId,
    }),
    answer: statsSchema,
  },
  submissions: {
    method: 'POST',
    summary: 'List orders, newest first',
    fields: v.strictObject({
      api_key: key,
      action: v.literal('submissions'),
      limit: v.optional(
        v.pipe(
          v.string(),
          v.regex(/^\d+$/),
          v.description(`From 1 to ${greatestLimit}, which is the default.`),
        ),
      ),
      id_service_submission: v.optional(v.pipe(submissionId, v.description('Only those before this one.'))),
    }),
    answer: v.array(submissionSchema),
  },
  funds: {
    method: 'GET',
    summary: 'Read the balance',
    fields: v.strictObject({ api_key: key, action: v.literal('funds') }),
    answer: fundsSchema,
  },
  services: {
    method: 'GET',
    summary: 'List what can be ordered',
    fields: v.strictObject({ api_key: key, action: v.literal('services') }),
    answer: v.array(serviceSchema),
  },
}

export function isQqtubeAction(name: string): name is QqtubeAction {
  return Object.hasOwn(qqtubeActions, name)
}
