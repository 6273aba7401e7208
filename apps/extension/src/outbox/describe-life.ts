import type { FoundOrder, OrderState } from '@orderwright/client'
import { formatMoney } from '../money/format-money.ts'
import { describeRefusal } from './describe-refusal.ts'
import type { OrderEntry } from './order-entry.ts'
import type { NotSentReason, SearchOutcome } from './order-life.ts'

export interface LifeWords {
  /** One or two words for a badge. */
  readonly badge: string
  readonly tone: 'plain' | 'calm' | 'good' | 'warn' | 'bad'
  /** What became of the order, as a heading. */
  readonly title: string
  /** What it means, and what to do. */
  readonly sentence: string
}

/** An order's life in words, `upstream` being the account's name. */
export function describeLife({ life, quoted, currency }: OrderEntry, upstream: string): LifeWords {
  switch (life.kind) {
    case 'intent':
    case 'sending':
      return {
        badge: 'Sending',
        tone: 'calm',
        title: 'The order is being sent',
        sentence: 'This takes a few seconds.',
      }
    case 'accepted':
      return accepted(life.orderId, life.status)
    case 'rejected':
      return {
        badge: 'Refused',
        tone: 'bad',
        title: 'The order was refused',
        sentence: `${describeRefusal(upstream, life.messages)} Nothing was charged. Correct the order and send it again.`,
      }
    case 'not_sent':
      return {
        badge: 'Not sent',
        tone: 'warn',
        title: 'The order was not sent',
        sentence: notSent(life.reason, quoted, currency),
      }
    case 'unknown':
      return {
        badge: 'Unknown',
        tone: 'warn',
        title: 'It is not known whether the order was taken',
        sentence: `${life.reason} ${upstream} may have taken it all the same. ${advice(life.search)}`,
      }
    case 'closed':
      return {
        badge: 'Not placed',
        tone: 'plain',
        title: 'The order was not placed',
        sentence: 'You looked, and it was not there.',
      }
  }
}

function accepted(orderId: string, status: FoundOrder | undefined): LifeWords {
  const { badge, tone } = status === undefined ? placed : stateWords(status)
  return {
    badge,
    tone,
    title: `Order ${orderId} is placed`,
    sentence: 'Its progress shows under Orders.',
  }
}

const placed = { badge: 'Placed', tone: 'calm' } as const

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
} as const satisfies Record<OrderState, Pick<LifeWords, 'badge' | 'tone'>>

/** A status that is not listed is shown in the upstream's own word. */
function stateWords({ state, rawStatus }: FoundOrder): Pick<LifeWords, 'badge' | 'tone'> {
  const words = states[state]
  return state === 'unknown' && rawStatus !== '' ? { ...words, badge: rawStatus } : words
}

function notSent(reason: NotSentReason, quoted: string, currency: string): string {
  switch (reason.code) {
    case 'price_changed': {
      const [before, now] = [formatMoney(quoted, currency), formatMoney(reason.total, currency)]
      return `The price changed from ${before} to ${now} before anything was sent. Review the order again.`
    }
    case 'balance_too_low':
      return `Your balance of ${formatMoney(reason.balance, currency)} does not cover ${formatMoney(quoted, currency)}. Add funds or order less. Nothing was sent.`
    case 'interrupted':
      return 'The browser ended the extension’s worker before anything was sent. It is safe to order again.'
    case 'failed':
      return `${reason.sentence} Nothing was sent, so it is safe to try again.`
  }
}

function advice(search: SearchOutcome | undefined): string {
  if (search === undefined) return 'Do not order again before you have looked.'
  if (search.candidates.length > 0) return 'These orders could be it:'
  return 'It is not in the list of your orders there. Look once more in a minute before you order again.'
}
