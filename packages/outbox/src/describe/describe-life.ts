import type { FoundOrder, OrderState } from '@orderwright/client'
import { givenBack } from '../money/given-back.ts'
import type { Lives } from '../record/life.ts'
import type { OrderRecord } from '../record/order-record.ts'
import { describeMoney } from './describe-money.ts'

/** One English sentence: what is known of an order, and what to do. The record holds all that a translation needs. */
export function describeLife(record: OrderRecord): string {
  const { life } = record
  switch (life.state) {
    case 'draft':
      return 'Not ordered yet: review it, then confirm.'
    case 'intent':
      return 'Confirmed and waiting for its turn; nothing has been sent yet.'
    case 'sending':
      return 'Being sent at this moment: wait for the answer, and do not order it again.'
    case 'accepted':
      return `Placed as order ${life.orderId}; there is nothing to do.`
    case 'tracked':
    case 'final':
      return describeStatus(record, life.status)
    case 'rejected':
      return describeRejection(life)
    case 'not_sent':
      return life.reason.code === 'interrupted'
        ? 'Not sent, because it was interrupted before: nothing was charged, and you may send it again.'
        : `Not sent, so nothing was charged and you may send it again: ${life.reason.text}`
    case 'unknown':
      return describeUnknown(record, life)
    case 'not_placed':
      return life.by === 'look_up'
        ? 'Not placed: your orders at the upstream do not have it, so you may send it again.'
        : 'Not placed, as you have found out: you may send it again.'
  }
}

function describeRejection({ messages, httpStatus }: Lives['rejected']): string {
  const said = messages.map(({ text }) => text.trim()).join(' ')
  const why = said === '' ? `without saying why (HTTP ${httpStatus})` : `(“${said}”)`
  return `The upstream refused it ${why}, so nothing was charged: correct it and order again.`
}

function describeUnknown({ canListOrders }: OrderRecord, life: Lives['unknown']): string {
  const known =
    life.reason.code === 'interrupted'
      ? 'It was interrupted while it was being sent, so it may have been placed'
      : 'It was sent and no readable answer came, so it may have been placed'
  const { length } = life.candidates
  if (length === 1)
    return `${known}: say whether it is the one order of yours at the upstream that looks like it.`
  if (length > 1)
    return `${known}: choose which of ${length} similar orders of yours it is, or say that it is none.`
  if (!canListOrders) {
    return `${known}: look for it at the upstream, then say here whether it is there, and do not order it again before.`
  }
  return `${known}: your orders at the upstream are looked through for it, so do not order it again before that is done.`
}

function describeStatus({ confirmed }: OrderRecord, status: FoundOrder): string {
  const money = (amount: string): string => describeMoney(amount, status.currency ?? confirmed.currency)
  const back = givenBack(confirmed, status)
  const refund = back.isZero() ? '' : `; ${money(back.toFixed())} was given back`
  const remains =
    status.remains === undefined ? '' : `, with ${status.remains} of ${confirmed.quantity} not delivered`
  return `Order ${status.orderId} ${sentences[status.state](status, remains)}${refund}.`
}

const sentences = {
  pending: () => 'has been placed and waits to start',
  in_progress: ({ progress }) => `is being delivered${percent(progress)}`,
  completed: () => 'is completed',
  partial: (_, remains) => `ended in part${remains}`,
  canceled: () => 'was canceled by the upstream',
  refunded: () => 'was refunded by the upstream',
  stopped: (_, remains) => `was stopped by the upstream${remains}; ask its support`,
  error: ({ rawStatus }) => `has a problem at the upstream (“${rawStatus}”); ask its support`,
  unknown: ({ rawStatus }) => `has been placed, and the upstream calls its state “${rawStatus}”`,
} as const satisfies Record<OrderState, (status: FoundOrder, remains: string) => string>

function percent(progress: number | undefined): string {
  return progress === undefined ? '' : `, ${Math.floor(progress * 100)} % so far`
}
