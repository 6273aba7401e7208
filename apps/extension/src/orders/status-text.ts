import type { FoundOrder, UpstreamStatus } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { describeState, type OrderRecord } from '@orderwright/outbox'
import { formatCount, moneyWords } from '../format/money.ts'
import { describeRejection } from './describe-rejection.ts'
import { messages as texts } from './texts/en.generated.ts'

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
  if (state.name === 'rejected') return { ...headOf('rejected'), sentence: rejection(state, upstream) }
  const sentence = describeState(record, {
    upstream: isolate(upstream),
    money: moneyWords,
    count: formatCount,
  })
  switch (state.name) {
    case 'accepted':
      return { badge: texts.badges.accepted(), tone: 'calm', title: placedTitle(state.orderId), sentence }
    case 'open':
    case 'closed':
      return { ...stateWords(state.status), title: placedTitle(state.orderId), sentence }
    case 'queued':
    case 'submitting':
      return { ...headOf('sending'), sentence }
    default:
      return { ...headOf(state.name), sentence }
  }
}

function placedTitle(orderId: string): string {
  return texts.titles.placed({ orderId: isolate(orderId) })
}

type Head = 'draft' | 'sending' | 'rejected' | 'not_sent' | 'unknown' | 'not_placed'

function headOf(name: Head): Omit<StatusText, 'sentence'> {
  return { badge: texts.badges[name](), tone: tones[name], title: texts.titles[name]() }
}

const tones = {
  draft: 'plain',
  sending: 'calm',
  rejected: 'bad',
  not_sent: 'warn',
  unknown: 'warn',
  not_placed: 'plain',
} as const satisfies Record<Head, BadgeTone>

const statusTones = {
  pending: 'calm',
  in_progress: 'calm',
  completed: 'good',
  partial: 'warn',
  canceled: 'warn',
  refunded: 'warn',
  stopped: 'warn',
  error: 'bad',
  unknown: 'plain',
} as const satisfies Record<UpstreamStatus, BadgeTone>

/** Returns the words of a status. One that is not listed is shown in the provider's own word. */
function stateWords({ state, rawStatus }: FoundOrder): Pick<StatusText, 'badge' | 'tone'> {
  const badge = state === 'unknown' && rawStatus !== '' ? rawStatus : texts.statuses[state]()
  return { badge, tone: statusTones[state] }
}

type Rejected = Extract<OrderRecord['state'], { readonly name: 'rejected' }>

/** Describes a rejection, with what the upstream's words mean if that is known. */
function rejection({ messages }: Rejected, upstream: string): string {
  return texts.rejection.correct({ why: describeRejection(upstream, messages) })
}
