import * as v from 'valibot'
import type { QqtubeAction } from '../../matching/action-names.ts'
import type { ActionSchemas } from '../actions.ts'
import { digitsOrNumber, idSchema, keySchema as key, mayHave, wholeNumberSchema } from '../field-schemas.ts'
import { addSchema, fundsSchema, serviceSchema, statsSchema, submissionSchema } from './answer-schemas.ts'

/** The document gives 1 to 500 and no default: the most is the project's own. */
export const greatestLimit = 500

const limitSchema = digitsOrNumber(
  /^0*([1-9]\d?|[1-4]\d\d|500)$/,
  `is no whole number from 1 to ${greatestLimit}`,
  [1, greatestLimit],
)

const dripWords = ['0', '1', 'false', 'true', 'no', 'yes'] as const
const dripSchema = v.picklist(dripWords, `is none of ${dripWords.join(', ')}`)

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
        quantity: v.pipe(wholeNumberSchema, v.examples(['1000'])),
        id_service: v.string(),
        drip: mayHave(dripSchema, 'Where the service drips. No field of the document.'),
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
      id_service_submission: idSchema,
    }),
    answer: statsSchema,
  },
  submissions: {
    method: 'POST',
    summary: 'List orders, newest first',
    fields: v.strictObject({
      api_key: key,
      action: v.literal('submissions'),
      limit: mayHave(limitSchema, `From 1 to ${greatestLimit}, which is the default.`),
      id_service_submission: mayHave(idSchema, 'Only those before this one.'),
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
