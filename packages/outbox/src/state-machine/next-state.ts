import type { FoundOrder, ListedOrder, Outcome } from '@orderwright/client'
import { type Decimal, isChargedDifferently } from '@orderwright/core'
import { finalAmounts } from '../record/final-amounts.ts'
import type { OrderRecord, OrderState, OrderStates, UnknownReason } from '../record/record-schema.ts'
import type { Topic } from './effects.ts'

type SettledOutcome = Exclude<Outcome, { readonly kind: 'unknown' }>

/** What to tell a person of an answer. */
export const topics: Readonly<Record<SettledOutcome['kind'], Topic>> = {
  accepted: 'placed',
  rejected: 'rejected',
  not_sent: 'not_sent',
}

/** Returns the state after an answer that leaves nothing open. */
export function settled(outcome: SettledOutcome): OrderState {
  switch (outcome.kind) {
    case 'accepted':
      return { name: 'accepted', orderId: outcome.orderId }
    case 'rejected':
      return { name: 'rejected', messages: outcome.messages, httpStatus: outcome.httpStatus }
    case 'not_sent':
      return { name: 'not_sent', reason: { code: 'no_connection', cause: outcome.code } }
  }
}

/** Returns the state of a request that ended at `now` without a readable answer. */
export function unknown(reason: UnknownReason, now: number): OrderStates['unknown'] {
  return {
    name: 'unknown',
    reason,
    since: now,
    lookAgainAt: now,
    lastLookedUpAt: undefined,
    candidates: [],
    balanceAfter: undefined,
  }
}

type Found = FoundOrder & Partial<Omit<ListedOrder, keyof FoundOrder>>

/** Returns the state of an order whose status is known. What a listing says beside the status is left out: it was read to find the order. */
export function stateOf({ serviceId, target, createdAt, ...status }: Found): OrderState {
  return { name: status.isFinal ? 'closed' : 'open', orderId: status.orderId, status }
}

/** Returns what is new in a status. */
export function topicsOf(
  record: OrderRecord,
  before: FoundOrder | undefined,
  after: FoundOrder,
): readonly Topic[] {
  const topics = new Set<Topic>()
  if (before?.state !== after.state) {
    for (const topic of notable) if (topic === after.state) topics.add(topic)
  }
  if (isGivenBack(record, before, after)) topics.add('refunded')
  if (!differs(record, before) && differs(record, after)) topics.add('charged_differently')
  return [...topics]
}

const notable = ['completed', 'partial', 'canceled', 'refunded', 'stopped', 'error'] as const

/** Returns whether more was given back than before; what comes with an early end is told with that, but for a refund that is named. */
function isGivenBack(record: OrderRecord, before: FoundOrder | undefined, after: FoundOrder): boolean {
  if (after.state === 'canceled') return false
  if (after.refund === undefined && before?.state !== after.state) return false
  return givenBack(record, before).lt(givenBack(record, after))
}

function givenBack(record: OrderRecord, status: FoundOrder | undefined): Decimal {
  const state = status === undefined ? record.state : stateOf(status)
  return finalAmounts({ ...record, state }).givenBack
}

function differs({ confirmed }: OrderRecord, status: FoundOrder | undefined): boolean {
  return status !== undefined && isChargedDifferently(confirmed, status)
}
