import type { RefillState, UpstreamStatus } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { finalAmounts, type OrderRecord } from '@orderwright/outbox'
import { moneyWords } from '../../format/money.ts'
import { describeRejection } from '../describe-rejection.ts'
import type { ActionFailure, AskedCancel, AskedRefill } from '../history/actions.ts'
import { type OrderEntry, statusOf } from '../history/order-entry.ts'
import type { BadgeTone } from '../status-text.ts'
import { messages as texts } from './texts/en.generated.ts'

export interface ActionText {
  readonly kind: 'cancel' | 'refill'
  readonly badge: string
  readonly tone: BadgeTone
  /** What it means, and what to do. */
  readonly sentence: string
}

/** Describes what was asked for after an order was placed. `upstream` is the account's name. */
export function describeActions(
  { record, actions: { cancel, refill } = {} }: OrderEntry,
  upstream: string,
): readonly ActionText[] {
  return [
    ...(cancel === undefined ? [] : [{ kind: 'cancel', ...cancelWords(cancel, record, upstream) } as const]),
    ...(refill === undefined ? [] : [{ kind: 'refill', ...refillWords(refill, upstream) } as const]),
  ]
}

type Words = Omit<ActionText, 'kind'>

function cancelWords({ outcome }: AskedCancel, record: OrderRecord, upstream: string): Words {
  if (outcome.kind !== 'accepted') return failed('cancel', outcome, upstream)
  const status = statusOf(record)
  if (status?.isFinal !== true) return cancelAsked()
  if (status.state === 'completed') {
    const { badge, text } = texts.cancel.tooLate
    return { badge: badge(), tone: 'warn', sentence: text() }
  }
  if (!canceled.includes(status.state)) return cancelAsked()
  return { badge: texts.cancel.done.badge(), tone: 'good', sentence: givenBackWords(record, upstream) }
}

function cancelAsked(): Words {
  const { badge, text } = texts.cancel.asked
  return { badge: badge(), tone: 'calm', sentence: text() }
}

const canceled: readonly UpstreamStatus[] = ['canceled', 'partial', 'refunded']

function givenBackWords(record: OrderRecord, upstream: string): string {
  const { charge, givenBack, currency } = finalAmounts(record)
  if (givenBack.isZero()) return texts.cancel.refunded.unknown({ provider: isolate(upstream) })
  if (charge !== undefined && givenBack.eq(charge)) return texts.cancel.refunded.all()
  return texts.cancel.refunded.amount({ amount: moneyWords(givenBack.toFixed(), currency) })
}

function refillWords({ outcome, status }: AskedRefill, upstream: string): Words {
  if (outcome.kind !== 'accepted') return failed('refill', outcome, upstream)
  const state = status?.state ?? 'pending'
  const { badge, text } = texts.refill[state]
  return {
    badge: badge({ rawStatus: isolate(status?.rawStatus ?? '') }),
    tone: refillTones[state],
    sentence: text({ refillId: isolate(outcome.refillId), provider: isolate(upstream) }),
  }
}

const refillTones = {
  pending: 'calm',
  in_progress: 'calm',
  completed: 'good',
  rejected: 'warn',
  canceled: 'warn',
  error: 'bad',
  unknown: 'plain',
} as const satisfies Record<RefillState, BadgeTone>

function failed(kind: ActionText['kind'], failure: ActionFailure, upstream: string): Words {
  const provider = isolate(upstream)
  switch (failure.kind) {
    case 'rejected':
      return {
        badge: texts.failed.rejected({ kind }),
        tone: 'bad',
        sentence: describeRejection(upstream, failure.messages),
      }
    case 'not_sent':
      return {
        badge: texts.failed.not_sent({ kind }),
        tone: 'warn',
        sentence: texts.failed.notSent({ provider }),
      }
    case 'unknown':
      return {
        badge: texts.failed.unknown({ kind }),
        tone: 'warn',
        sentence: texts.failed.noAnswer({ provider }),
      }
    case 'missing':
      return {
        badge: texts.failed.unknown({ kind }),
        tone: 'warn',
        sentence: texts.failed.missing({ provider }),
      }
  }
}
