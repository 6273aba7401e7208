import type { FoundOrder, OrderState, RefillState } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import type { BadgeTone } from '../ui/badge.tsx'
import { describeRefusal } from './describe-refusal.ts'
import type { AskedCancel, AskedRefill, FollowUpFailure, FollowUps } from './follow-up.ts'

export interface FollowUpWords {
  readonly kind: 'cancel' | 'refill'
  readonly badge: string
  readonly tone: BadgeTone
  /** What it means, and what to do. */
  readonly sentence: string
}

/** What was asked for after an order was placed, in words, `upstream` being the account's name. */
export function describeFollowUps(
  { cancel, refill }: FollowUps,
  status: FoundOrder | undefined,
  upstream: string,
): readonly FollowUpWords[] {
  return [
    ...(cancel === undefined ? [] : [{ kind: 'cancel', ...cancelWords(cancel, status, upstream) } as const]),
    ...(refill === undefined ? [] : [{ kind: 'refill', ...refillWords(refill, upstream) } as const]),
  ]
}

type Words = Omit<FollowUpWords, 'kind'>

function cancelWords({ ending }: AskedCancel, status: FoundOrder | undefined, upstream: string): Words {
  if (ending.kind !== 'accepted') return failed('Cancel', ending, upstream)
  return (status?.isFinal === true ? canceled[status.state] : undefined) ?? cancelAsked
}

const cancelAsked: Words = {
  badge: 'Cancel asked for',
  tone: 'calm',
  sentence: 'It is not done yet. What is not delivered by then is given back.',
}

const canceled: Partial<Record<OrderState, Words>> = {
  canceled: { badge: 'Cancel done', tone: 'good', sentence: 'Everything was given back.' },
  partial: { badge: 'Cancel done', tone: 'good', sentence: 'What was not delivered was given back.' },
  refunded: { badge: 'Cancel done', tone: 'good', sentence: 'The order was refunded.' },
  completed: {
    badge: 'Cancel too late',
    tone: 'warn',
    sentence: 'The order was completed before the cancel took effect.',
  },
}

function refillWords({ ending, status }: AskedRefill, upstream: string): Words {
  if (ending.kind !== 'accepted') return failed('Refill', ending, upstream)
  const words = refills[status?.state ?? 'pending']
  const badge = status?.state === 'unknown' ? `Refill: ${isolate(status.rawStatus)}` : words.badge
  return { ...words, badge, sentence: `Refill ${ending.refillId}: ${words.sentence}` }
}

const refills = {
  pending: { badge: 'Refill pending', tone: 'calm', sentence: 'asked for, not begun yet.' },
  in_progress: { badge: 'Refill in progress', tone: 'calm', sentence: 'what was lost is being made up for.' },
  completed: { badge: 'Refill completed', tone: 'good', sentence: 'what was lost has been made up for.' },
  rejected: { badge: 'Refill rejected', tone: 'warn', sentence: 'the upstream decided against it.' },
  error: { badge: 'Refill failed', tone: 'bad', sentence: 'the upstream could not do it.' },
  unknown: { badge: 'Refill', tone: 'plain', sentence: 'the upstream’s own word for it is above.' },
} as const satisfies Record<RefillState, Words>

function failed(what: string, failure: FollowUpFailure, upstream: string): Words {
  switch (failure.kind) {
    case 'rejected':
      return { badge: `${what} refused`, tone: 'bad', sentence: describeRefusal(upstream, failure.messages) }
    case 'not_sent':
      return { badge: `${what} not sent`, tone: 'warn', sentence: `${failure.reason} Ask again.` }
    case 'unknown':
      return {
        badge: `${what} unknown`,
        tone: 'warn',
        sentence: `${failure.reason} ${isolate(upstream)} may have taken it all the same; asking again is safe.`,
      }
    case 'missing':
      return {
        badge: `${what} unknown`,
        tone: 'warn',
        sentence: `${isolate(upstream)} answered, but left this order out; asking again is safe.`,
      }
  }
}
