import type { NotSentCode, UnknownCode } from '../errors/outcome-code.ts'
import type { Redact, Redactions } from '../messages/redact.ts'
import { isCertainRejection, rejectionOf } from '../messages/rejection.ts'
import { redactMessages, type UpstreamMessage } from '../messages/upstream-message.ts'
import { describeAnswer, parseAnswer } from './answer.ts'
import type { Answered, Exchange } from './exchange.ts'
import { readSpokenWords } from './read-spoken-words.ts'

/** What became of an order that was given to `add`. Only `accepted` says that there is one. */
export type Outcome = AcceptedOutcome | FailedOutcome

export interface AcceptedOutcome extends TakenOutcome {
  readonly orderId: string
  /** A whole number as decimal string. */
  readonly startCount: string | undefined
}

export type FailedOutcome =
  /** The upstream answered that it did not take the order: nothing was charged, it may be corrected and sent again. */
  | {
      readonly kind: 'rejected'
      readonly messages: readonly UpstreamMessage[]
      readonly httpStatus: number
      /** How long the upstream asked to be left alone, if it did. */
      readonly retryAfterMs?: number | undefined
    }
  /** Nothing left this machine, so it is safe to send again. `reason` is an English sentence. */
  | { readonly kind: 'not_sent'; readonly code: NotSentCode; readonly reason: string }
  /** Sent, and no readable answer: it may have been taken, and is never resent by itself. `reason` is an English sentence. */
  | {
      readonly kind: 'unknown'
      readonly code: UnknownCode
      readonly reason: string
      readonly httpStatus: number | undefined
    }

/** What an answer to a request that changes something says, before its HTTP status is weighed. */
export type WrittenAnswer<Taken extends TakenOutcome> =
  | { readonly kind: 'taken'; readonly outcome: Taken }
  /** The upstream's own error. */
  | { readonly kind: 'refused'; readonly messages: readonly UpstreamMessage[] }
  /** In the upstream's form, and contradictory or incomplete. `reason` is a sentence. */
  | { readonly kind: 'unclear'; readonly code: UnknownCode; readonly reason: string }
  /** Not in the upstream's form. */
  | { readonly kind: 'foreign' }

/** What all outcomes of something taken have in common. */
export interface TakenOutcome {
  readonly kind: 'accepted'
  readonly messages: readonly UpstreamMessage[]
}

export type ReadWritten<Taken extends TakenOutcome> = (value: unknown) => WrittenAnswer<Taken>

/**
 * Returns the outcome of the one request that changes something, decided here for every upstream.
 *
 * - An order number under success is `accepted`, whatever the HTTP status: the order can be looked up by it.
 * - The upstream's own error and any 4xx are `rejected`, also a 4xx whose body broke off; so is a 200 that is
 *   nothing but known words, as text.
 * - A 5xx is `unknown`, also with an error of the upstream's own: one that fails after it has stored an order
 *   answers in the same form. Only an error that is known to come before (a wrong key, too little money) is
 *   believed.
 * - `not_sent` is what is certain; all else is `unknown`.
 */
export function outcomeOf<Taken extends TakenOutcome>(
  exchange: Exchange,
  readWritten: ReadWritten<Taken>,
  { redact, redactValue }: Redactions,
): Taken | FailedOutcome {
  if (exchange.kind !== 'answered') {
    return exchange.kind === 'broken' && !exchange.mayHaveArrived
      ? { kind: 'not_sent', code: exchange.code, reason: exchange.reason }
      : unread(exchange.httpStatus, exchange.code, exchange.reason)
  }
  const { httpStatus } = exchange
  const json = parseAnswer(exchange.text, redactValue)
  const answer = json === undefined ? foreign : readWritten(json.value)
  switch (answer.kind) {
    case 'taken':
      return { ...answer.outcome, messages: redactMessages(answer.outcome.messages, redact) }
    case 'refused':
      return httpStatus < 500 || isCertainRejection(answer.messages)
        ? rejected(redactMessages(answer.messages, redact), exchange)
        : unread(httpStatus, 'http_5xx', describeAnswer(httpStatus, exchange.excerpt))
    case 'unclear':
      return { kind: 'unknown', code: answer.code, reason: redact(answer.reason), httpStatus }
    case 'foreign':
      return foreignOutcome(exchange, json, redact)
  }
}

/** Reads an answer in no form of the upstream's: its words are kept if HTTP or the table of known ones says that they refuse. */
function foreignOutcome(
  answer: Answered,
  json: { readonly value: unknown } | undefined,
  redact: Redact,
): FailedOutcome {
  const { httpStatus, excerpt } = answer
  const messages = redactMessages(readSpokenWords(json, excerpt), redact)
  const isNo =
    httpStatus >= 500
      ? isCertainRejection(messages)
      : httpStatus >= 400 || rejectionOf(messages).kind !== 'other'
  return isNo
    ? rejected(messages, answer)
    : {
        kind: 'unknown',
        code: httpStatus >= 500 ? 'http_5xx' : json === undefined ? 'unreadable_answer' : 'no_order_id',
        reason: describeAnswer(httpStatus, excerpt),
        httpStatus,
      }
}

function rejected(
  messages: readonly UpstreamMessage[],
  { httpStatus, retryAfterMs }: Pick<Answered, 'httpStatus' | 'retryAfterMs'>,
): FailedOutcome {
  return { kind: 'rejected', messages, httpStatus, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

const foreign = { kind: 'foreign' } as const

function unread(httpStatus: number | undefined, code: UnknownCode, reason: string): FailedOutcome {
  return httpStatus !== undefined && httpStatus >= 400 && httpStatus < 500
    ? rejected([], { httpStatus, retryAfterMs: undefined })
    : { kind: 'unknown', code, reason, httpStatus }
}
