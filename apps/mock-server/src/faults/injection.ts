import type { ServerResponse } from 'node:http'
import { type Answer, sendAnswer } from '../http/answer.ts'
import type { FaultName } from './registry.ts'
import type { FaultStrategy, InjectionContext, Sent } from './strategy.ts'

/** A fault that was injected into a request, as the request log has it. */
export interface AppliedFault {
  readonly name: FaultName
  readonly when: 'before' | 'after'
}

/** What one plan has in mind for one request. */
export interface DueFault {
  readonly fault: FaultName
  readonly when: 'before' | 'after'
  readonly strategy: FaultStrategy
  readonly context: InjectionContext
  /** Counts that it was injected. */
  use(): void
  /** Says that the request is answered, or is not going to be. */
  end(): void
}

/** All that is injected into one request. */
export interface Injection {
  /** In the order in which they were planned. */
  readonly faults: readonly AppliedFault[]
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
 * Returns the injection of those due faults that go together: every wait, begun at the same time, so that the longest counts; every
 * rewriting of the answer, in the order in which they were planned; and of those that send in another way the newest, one before the
 * request ahead of all after it. A due fault that finds no place is not used up.
 */
export function injectionOf(due: readonly DueFault[]): Injection | undefined {
  const sender = senderOf(due)
  const isAnswerSent = sender === undefined || sender.strategy.sendsAnswer === true
  const joined = due.filter(
    fault =>
      fault === sender ||
      fault.strategy.pause !== undefined ||
      (isAnswerSent && fault.strategy.rewrite !== undefined),
  )
  if (joined.length === 0) return undefined
  for (const fault of joined) fault.use()
  return {
    faults: joined.map(({ fault, when }) => ({ name: fault, when })),
    isCarriedOut: joined.every(({ when, strategy }) => when === 'after' || strategy.isDelay === true),
    isAnswerSent,
    sent(answer) {
      const rewritten = rewrittenBy(joined, answer)
      const sends = sender?.strategy.sends
      return sends === undefined ? { status: rewritten.status, body: rewritten.text } : sends(rewritten)
    },
    async before() {
      await Promise.all(pausesOf(joined, 'before'))
    },
    async deliver(response, answer) {
      try {
        await sendBy(joined, sender, response, answer)
      } finally {
        for (const fault of joined) fault.end()
      }
    },
  }
}

async function sendBy(
  joined: readonly DueFault[],
  sender: DueFault | undefined,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const pauses = pausesOf(joined, 'after')
  if (pauses.length > 0) await Promise.all(pauses)
  const rewritten = rewrittenBy(joined, answer)
  if (sender?.strategy.deliver === undefined) sendAnswer(response, rewritten)
  else await sender.strategy.deliver(response, rewritten, sender.context)
}

function rewrittenBy(joined: readonly DueFault[], answer: Answer): Answer {
  let rewritten = answer
  for (const { strategy, context } of joined) {
    // What a fault leaves alone stays, such as the headers.
    if (strategy.rewrite !== undefined) rewritten = { ...rewritten, ...strategy.rewrite(rewritten, context) }
  }
  return rewritten
}

function senderOf(due: readonly DueFault[]): DueFault | undefined {
  const senders = due.filter(({ strategy }) => strategy.deliver !== undefined)
  const isFirst = ({ when, strategy }: DueFault): boolean => when === 'before' && strategy.isDelay !== true
  return senders.findLast(isFirst) ?? senders.at(-1)
}

/** Every wait begins at once: a clock that is advanced in the next moment counts. */
function pausesOf(joined: readonly DueFault[], moment: DueFault['when']): readonly Promise<void>[] {
  return joined.flatMap(({ when, strategy, context }) =>
    when === moment ? (strategy.pause?.(context) ?? []) : [],
  )
}
