import type { IssueCode } from '@orderwright/core'
import { type Answer, jsonAnswer } from '../../http/answer.ts'
import type { Json } from '../../http/json.ts'

export interface Message {
  readonly id: number
  readonly message: string
}

export type MessageName =
  | 'missingService'
  | 'unknownService'
  | 'added'
  | 'invalidMethod'
  | 'missingKey'
  | 'invalidKey'
  | 'missingAction'
  | 'unknownAction'
  | 'missingSubmission'
  | 'unknownSubmission'
  | 'invalidLimit'
  | 'insufficientFunds'
  | 'notCarriedOut'

/**
 * Every message that the API gives. `document`: QQTube's document has id and words. `seen`: public
 * sources have the words. `own`: nobody published it. Ids from 1000 on are this project's, so as not to be taken
 * for QQTube's.
 */
export const messages: Readonly<
  Record<MessageName, Message & { readonly source: 'document' | 'seen' | 'own' }>
> = {
  missingService: { id: 30, message: 'Service ID not provided!', source: 'document' },
  unknownService: { id: 32, message: 'Service does not exist.', source: 'document' },
  added: { id: 100, message: 'Submission added.', source: 'seen' },
  invalidMethod: { id: 1000, message: 'Invalid access method', source: 'seen' },
  missingKey: { id: 1001, message: 'API key not provided!', source: 'own' },
  invalidKey: { id: 1002, message: 'Invalid API key', source: 'seen' },
  missingAction: { id: 1003, message: 'Action not provided!', source: 'own' },
  unknownAction: { id: 1004, message: 'Action does not exist.', source: 'own' },
  missingSubmission: { id: 1005, message: 'Submission ID not provided!', source: 'own' },
  unknownSubmission: { id: 1006, message: 'Submission does not exist.', source: 'own' },
  invalidLimit: { id: 1007, message: 'Limit must be a whole number from 1 to 500.', source: 'own' },
  insufficientFunds: { id: 1008, message: 'Insufficient funds.', source: 'own' },
  notCarriedOut: { id: 1009, message: 'The request cannot be read.', source: 'own' },
}

/** The ids of what is wrong with an order; the sentence is the core's. All are the project's own. */
export const issueMessageIds: Readonly<Record<IssueCode, number>> = {
  required: 1100,
  below_min: 1101,
  above_max: 1102,
  not_a_multiple: 1103,
  too_short: 1104,
  too_long: 1105,
  too_few_lines: 1106,
  not_a_number: 1107,
  not_an_integer: 1108,
  not_an_option: 1109,
  not_a_date: 1110,
  not_a_link: 1111,
  no_price_tier: 1112,
  unknown_param: 1113,
  drip_not_available: 1114,
  negative_total: 1115,
}

/**
 * `{"status":"error","messages":[…]}`, for every action alike: the document shows the form for add alone.
 * Errors come with HTTP 200 unless the transport itself is at fault, as the document has the client judge by `status`.
 */
export function errorAnswer(given: readonly Message[], status = 200): Answer {
  return jsonAnswer({ status: 'error', messages: messageList(given) }, { status })
}

export function messageList(given: readonly Message[]): Json {
  return given.map(({ id, message }) => ({ id, message }))
}
