import type { MatchTarget } from '../matching/request-match.ts'
import { mapTokens, withoutField, withoutLast } from './json-text.ts'
import { type FaultStrategy, sendsInstead } from './strategy.ts'

export type RewriteName =
  | 'numbers-as-strings'
  | 'strings-as-numbers'
  | 'message-for-messages'
  | 'unknown-status'
  | 'missing-item'
  | 'missing-order-id'
  | 'bare-number'

/** Answers that are whole, and not what the document promises. */
export const rewrittenAnswers: Readonly<Record<RewriteName, FaultStrategy>> = {
  'numbers-as-strings': {
    does: 'puts every number into quotes',
    ...rewrites(text => mapTokens(text, token => (token.kind === 'number' ? `"${token.text}"` : token.text))),
  },
  'strings-as-numbers': {
    does: 'takes the quotes off every text that reads as a number',
    ...rewrites(text =>
      mapTokens(text, token =>
        token.kind === 'string' && plainNumber.test(token.text) ? token.text.slice(1, -1) : token.text,
      ),
    ),
  },
  'message-for-messages': {
    does: 'calls the list of messages `message`, as a table of the QQTube document does',
    ...rewrites(text =>
      mapTokens(text, token =>
        token.text === '"messages"' && token.kind === 'name' ? '"message"' : token.text,
      ),
    ),
  },
  'unknown-status': {
    does: 'gives each order and refill a status that no document lists',
    ...rewrites((text, { upstream }) => (upstream === 'qqtube' ? unknownIdStatus(text) : unknownWord(text))),
  },
  'missing-item': {
    does: 'leaves the last one out of a batch or a list',
    ...rewrites(withoutLast),
  },
  'missing-order-id': {
    does: 'takes the number of the order out of the answer to `add`',
    ...rewrites((text, { upstream, action }) =>
      action === 'add' ? withoutField(text, upstream === 'qqtube' ? 'id_service_submission' : 'order') : text,
    ),
  },
  'bare-number': {
    does: 'answers 200 with a number alone',
    ...sendsInstead(200, 'application/json', '0'),
  },
}

const plainNumber = /^"(0|[1-9]\d*)(\.\d+)?"$/

function rewrites(rewrite: (text: string, request: MatchTarget) => string): Pick<FaultStrategy, 'rewrite'> {
  return { rewrite: ({ status, text }, { request }) => ({ status, text: rewrite(text, request) }) }
}

function unknownIdStatus(text: string): string {
  return text
    .replace(/"id_status":("?)\d+"?/g, (_, quote: string) => `"id_status":${quote}99${quote}`)
    .replace(/("id_status":"99","name":)"[^"]*"/g, '$1"Under Review"')
}

/** A status of an order or refill; one that is an object holds an error instead. */
function unknownWord(text: string): string {
  return text.replace(/"status":"[^"]*"/g, '"status":"Under review"')
}
