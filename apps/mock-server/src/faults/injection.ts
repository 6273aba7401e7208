import type { ServerResponse } from 'node:http'
import { type Answer, sendAnswer } from '../http/answer.ts'
import type { AnyFaultName } from './registry.ts'
import type { FaultStrategy, InjectionContext, Sent } from './strategy.ts'

/** A fault that struck a request, as the journal has it. */
export interface StruckBy {
  readonly name: AnyFaultName
  readonly when: 'before' | 'after'
}

/** What one plan has in mind for one request. */
export interface Blow {
  readonly fault: AnyFaultName
  readonly when: 'before' | 'after'
  readonly strategy: FaultStrategy
  readonly context: InjectionContext
  /** Says that it struck. */
  use(): void
  /** Says that the request is answered, or is not going to be. */
  end(): void
}

/** All that is injected into one request. */
export interface Injection {
  /** In the order in which they were planned. */
  readonly faults: readonly StruckBy[]
  /** Whether the request is carried out all the same. */
  readonly isCarriedOut: boolean
  /** Whether the API's answer, or a part of it, goes out. */
  readonly isAnswerSent: boolean
  /** What comes in place of `answer`; `undefined` for nothing. */
  sent(answer: Answer): Sent | undefined
  /** What comes before the request is carried out. */
  before(): Promise<void>
  /** What comes in place of the answer. */
  deliver(response: ServerResponse, answer: Answer): Promise<void>
}

/**
 * The injection of those blows that go together: every wait, begun at the same time, so that the longest counts; every rewriting of
 * the answer, in the order in which they were planned; and of those that send in another way the newest, one before the
 * request ahead of all after it. A blow that finds no place is not used up.
 */
export function injectionOf(due: readonly Blow[]): Injection | undefined {
  const sender = senderOf(due)
  const isAnswerSent = sender === undefined || sender.strategy.sendsAnswer === true
  const blows = due.filter(
    blow =>
      blow === sender ||
      blow.strategy.pause !== undefined ||
      (isAnswerSent && blow.strategy.rewrite !== undefined),
  )
  if (blows.length === 0) return undefined
  for (const blow of blows) blow.use()
  return {
    faults: blows.map(({ fault, when }) => ({ name: fault, when })),
    isCarriedOut: blows.every(({ when, strategy }) => when === 'after' || strategy.isDelay === true),
    isAnswerSent,
    sent(answer) {
      const rewritten = rewrittenBy(blows, answer)
      const sends = sender?.strategy.sends
      return sends === undefined ? { status: rewritten.status, body: rewritten.text } : sends(rewritten)
    },
    async before() {
      await Promise.all(pausesOf(blows, 'before'))
    },
    async deliver(response, answer) {
      try {
        await sendBy(blows, sender, response, answer)
      } finally {
        for (const blow of blows) blow.end()
      }
    },
  }
}

async function sendBy(
  blows: readonly Blow[],
  sender: Blow | undefined,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const pauses = pausesOf(blows, 'after')
  if (pauses.length > 0) await Promise.all(pauses)
  const rewritten = rewrittenBy(blows, answer)
  if (sender?.strategy.deliver === undefined) sendAnswer(response, rewritten)
  else await sender.strategy.deliver(response, rewritten, sender.context)
}

function rewrittenBy(blows: readonly Blow[], answer: Answer): Answer {
  return blows.reduce(
    (current, { strategy, context }) => strategy.rewrite?.(current, context) ?? current,
    answer,
  )
}

function senderOf(due: readonly Blow[]): Blow | undefined {
  const senders = due.filter(({ strategy }) => strategy.deliver !== undefined)
  const isFirst = ({ when, strategy }: Blow): boolean => when === 'before' && strategy.isDelay !== true
  return senders.findLast(isFirst) ?? senders.at(-1)
}

/** Every wait begins at once: a clock that is advanced in the next moment counts. */
function pausesOf(blows: readonly Blow[], moment: Blow['when']): readonly Promise<void>[] {
  return blows.flatMap(({ when, strategy, context }) =>
    when === moment ? (strategy.pause?.(context) ?? []) : [],
  )
}
