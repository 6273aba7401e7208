import type { ServerResponse } from 'node:http'
import type { ServerClock } from '../clock/clock.ts'
import { type Answer, sendBody } from '../http/answer.ts'
import type { MatchTarget } from '../matching/request-match.ts'
import type { FaultSettings } from './settings.ts'

/** What a strategy knows of one injection. */
export interface InjectionContext {
  readonly clock: ServerClock
  readonly request: MatchTarget
  readonly settings: FaultSettings
  /** From 0 up to 1, from the server's seed: the same for the same plan, request and `purpose`. */
  share(purpose: string): number
  /** Settles once the plan is released. */
  readonly released: Promise<void>
  /** Milliseconds until a quota lets the account through again. */
  readonly untilQuota: number
}

/**
 * What becomes of a request and its answer: it waits, its answer is another, or the answer is sent in another way. Of several faults that
 * are injected into one request all wait and all rewrite; one alone sends.
 */
export interface FaultStrategy {
  /** What the server does, in one line. */
  readonly does: string
  /** The settings of a plan that mean something here. Default: none. */
  readonly takes?: readonly (keyof FaultSettings)[]
  /** Whether it only delays: the request is carried out, and answered, as it should. Default: `false`. */
  readonly isDelay?: true
  /** What comes before the request, or before its answer. It is called at once, so that a wait begins then. */
  readonly pause?: (context: InjectionContext) => Promise<void>
  /** What is answered in place of the answer. */
  readonly rewrite?: (answer: Answer, context: InjectionContext) => Answer
  /** How the answer, or something else, is sent. Awaited if it gives a promise. */
  readonly deliver?: (response: ServerResponse, answer: Answer, context: InjectionContext) => unknown
  /** What {@link deliver} sends, for the request log; `undefined` for nothing. Default: the answer. */
  readonly sends?: (answer: Answer) => Sent | undefined
  /** Whether what {@link deliver} sends is the answer, or a part of it. Default: `false`. */
  readonly sendsAnswer?: true
  /** When it is injected unless a plan says so. Default: `after`. */
  readonly usually?: 'before'
}

/** What went out in answer to a request. */
export interface Sent {
  /** Absent for bytes that are no HTTP. */
  readonly status?: number | undefined
  readonly body: string
}

/** The strategy that sends something of its own as a whole answer. */
export function sendsInstead(
  status: number,
  contentType: string,
  body: string,
): Pick<FaultStrategy, 'deliver' | 'sends'> {
  return {
    deliver: response => sendBody(response, status, contentType, body),
    sends: () => ({ status, body }),
  }
}
