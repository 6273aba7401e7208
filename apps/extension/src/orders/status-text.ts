import type { FoundOrder, UpstreamStatus } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { describeState, type OrderRecord } from '@orderwright/outbox'
import { moneyWords } from '../format/money.ts'
import { describeRejection } from './describe-rejection.ts'

/** What a state means to the person: whether it is well, may be looked at, or has failed. */
export type BadgeTone = 'plain' | 'calm' | 'good' | 'warn' | 'bad'

export interface StatusText {
  /** One or two words for a badge. */
  readonly badge: string
  readonly tone: BadgeTone
  /** What became of the order, as a heading. */
  readonly title: string
  /** What is known, and what to do. */
  readonly sentence: string
}

/** Returns an order's state in words. `upstream` is the account's name. */
export function statusText(record: OrderRecord, upstream: string): StatusText {
  const { state } = record
  if (state.name === 'rejected') return { ...heads.rejected, sentence: rejection(state, upstream) }
  const sentence = describeState(record, { upstream: isolate(upstream), money: moneyWords })
  const placed = { ...heads.accepted, title: `Order ${'orderId' in state ? state.orderId : ''} is placed` }
  switch (state.name) {
    case 'accepted':
      return { ...placed, sentence }
    case 'open':
    case 'closed':
      return { ...placed, ...stateWords(state.status), sentence }
    default:
      return { ...heads[state.name], sentence }
  }
}

type Head = Omit<StatusText, 'sentence'>

const sending: Head = { badge: 'Sending', tone: 'calm', title: 'The order is being sent' }

const heads = {
  draft: { badge: 'Not ordered', tone: 'plain', title: 'The order was not confirmed' },
  queued: sending,
  submitting: sending,
  accepted: { badge: 'Placed', tone: 'calm', title: 'The order is placed' },
  rejected: { badge: 'Refused', tone: 'bad', title: 'The order was refused' },
  not_sent: { badge: 'Not sent', tone: 'warn', title: 'The order was not sent' },
  unknown: { badge: 'Unknown', tone: 'warn', title: 'It is not known whether the order was taken' },
  not_placed: { badge: 'Not placed', tone: 'plain', title: 'The order was not placed' },
} as const satisfies Record<Exclude<OrderRecord['state']['name'], 'open' | 'closed'>, Head>

const states = {
  pending: { badge: 'Waiting', tone: 'calm' },
  in_progress: { badge: 'In progress', tone: 'calm' },
  completed: { badge: 'Completed', tone: 'good' },
  partial: { badge: 'Partly delivered', tone: 'warn' },
  canceled: { badge: 'Canceled', tone: 'warn' },
  refunded: { badge: 'Refunded', tone: 'warn' },
  stopped: { badge: 'Stopped', tone: 'warn' },
  error: { badge: 'Error', tone: 'bad' },
  unknown: { badge: 'Other', tone: 'plain' },
} as const satisfies Record<UpstreamStatus, Pick<StatusText, 'badge' | 'tone'>>

/** Returns the words of a status. One that is not listed is shown in the upstream's own word. */
function stateWords({ state, rawStatus }: FoundOrder): Pick<StatusText, 'badge' | 'tone'> {
  const words = states[state]
  return state === 'unknown' && rawStatus !== '' ? { ...words, badge: rawStatus } : words
}

type Rejected = Extract<OrderRecord['state'], { readonly name: 'rejected' }>

/** Describes a rejection, with what the upstream's words mean if that is known. */
function rejection({ messages }: Rejected, upstream: string): string {
  return `${describeRejection(upstream, messages)} Nothing was charged. Correct the order and send it again.`
}
