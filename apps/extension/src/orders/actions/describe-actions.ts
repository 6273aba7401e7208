import type { RefillState, UpstreamStatus } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { finalAmounts, type OrderRecord } from '@orderwright/outbox'
import { moneyWords } from '../../format/money.ts'
import { describeRejection } from '../describe-rejection.ts'
import type { ActionFailure, AskedCancel, AskedRefill } from '../history/actions.ts'
import { type OrderEntry, statusOf } from '../history/order-entry.ts'
import type { BadgeTone } from '../status-text.ts'

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
  if (outcome.kind !== 'accepted') return failed('Cancel', outcome, upstream)
  const status = statusOf(record)
  if (status?.isFinal !== true) return cancelAsked
  if (status.state === 'completed') return tooLate
  if (!canceled.includes(status.state)) return cancelAsked
  return { badge: 'Cancel done', tone: 'good', sentence: givenBackWords(record, upstream) }
}

const cancelAsked: Words = {
  badge: 'Cancel asked for',
  tone: 'calm',
  sentence: 'It is not done yet. What is not delivered by then is given back.',
}

const tooLate: Words = {
  badge: 'Cancel too late',
  tone: 'warn',
  sentence: 'The order was completed before the cancel took effect.',
}

const canceled: readonly UpstreamStatus[] = ['canceled', 'partial', 'refunded']

function givenBackWords(record: OrderRecord, upstream: string): string {
  const { charge, givenBack, currency } = finalAmounts(record)
  if (givenBack.isZero()) return `${isolate(upstream)} has not said that anything was given back.`
  if (charge !== undefined && givenBack.eq(charge)) return 'Everything was given back.'
  return `${moneyWords(givenBack.toFixed(), currency)} was given back.`
}

function refillWords({ outcome, status }: AskedRefill, upstream: string): Words {
  if (outcome.kind !== 'accepted') return failed('Refill', outcome, upstream)
  const words = refills[status?.state ?? 'pending']
  const badge = status?.state === 'unknown' ? `Refill: ${isolate(status.rawStatus)}` : words.badge
  return { ...words, badge, sentence: `Refill ${outcome.refillId}: ${words.sentence}` }
}

const refills = {
  pending: { badge: 'Refill pending', tone: 'calm', sentence: 'asked for, not begun yet.' },
  in_progress: { badge: 'Refill in progress', tone: 'calm', sentence: 'what was lost is being made up for.' },
  completed: { badge: 'Refill completed', tone: 'good', sentence: 'what was lost has been made up for.' },
  rejected: { badge: 'Refill rejected', tone: 'warn', sentence: 'the upstream decided against it.' },
  canceled: { badge: 'Refill canceled', tone: 'warn', sentence: 'the upstream took it back.' },
  error: { badge: 'Refill failed', tone: 'bad', sentence: 'the upstream could not do it.' },
  unknown: { badge: 'Refill', tone: 'plain', sentence: 'the upstream’s own word for it is above.' },
} as const satisfies Record<RefillState, Words>

function failed(what: string, failure: ActionFailure, upstream: string): Words {
  switch (failure.kind) {
    case 'rejected':
      return {
        badge: `${what} refused`,
        tone: 'bad',
        sentence: describeRejection(upstream, failure.messages),
      }
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
