import type { FoundOrder, OrderState } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { givenBack } from '../money/given-back.ts'
import type { Lives } from '../record/life.ts'
import type { OrderRecord } from '../record/order-record.ts'
import { describeMoney, type MoneyWords } from './describe-money.ts'

/** What a screen calls things, where it knows better. */
export interface LifeWords {
  /** The name of the account's upstream. Default: `the upstream`. */
  readonly upstream?: string | undefined
  readonly money?: MoneyWords | undefined
}

/** One English sentence: what is known of an order, and what to do. The record holds all that a translation needs. */
export function describeLife(
  record: OrderRecord,
  { upstream = 'the upstream', money = describeMoney }: LifeWords = {},
): string {
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
      return describeStatus(record, life.status, { upstream, money })
    case 'rejected':
      return describeRejection(life, upstream)
    case 'not_sent':
      return life.reason.code === 'interrupted'
        ? 'Not sent, because it was interrupted before: nothing was charged, and you may send it again.'
        : `Not sent, so nothing was charged and you may send it again: ${life.reason.text}`
    case 'unknown':
      return describeUnknown(record, life, upstream)
    case 'not_placed':
      return life.by === 'look_up'
        ? `Not placed: your orders at ${upstream} do not have it, so you may send it again.`
        : 'Not placed, as you have found out: you may send it again.'
  }
}

function describeRejection({ messages, httpStatus }: Lives['rejected'], upstream: string): string {
  const said = messages.map(({ text }) => text.trim()).join(' ')
  const why = said === '' ? `without saying why (HTTP ${httpStatus})` : `(“${isolate(said)}”)`
  return `${capitalised(upstream)} refused it ${why}, so nothing was charged: correct it and order again.`
}

function describeUnknown({ canListOrders }: OrderRecord, life: Lives['unknown'], upstream: string): string {
  const known =
    life.reason.code === 'interrupted'
      ? 'It was interrupted while it was being sent, so it may have been placed'
      : 'It was sent and no readable answer came, so it may have been placed'
  const { length } = life.candidates
  if (length === 1)
    return `${known}: say whether it is the one order of yours at ${upstream} that looks like it.`
  if (length > 1)
    return `${known}: choose which of ${length} similar orders of yours it is, or say that it is none.`
  if (life.readInPart !== undefined) {
    return `${known}: the newest ${life.readInPart} of your orders at ${upstream} do not have it, and the others could not all be read; look for it there, then say here whether it is there, and do not order it again before.`
  }
  if (!canListOrders) {
    return `${known}: look for it at ${upstream}, then say here whether it is there, and do not order it again before.`
  }
  return life.lastLookedUpAt === undefined
    ? `${known}: your orders at ${upstream} are looked through for it, so do not order it again before that is done.`
    : `${known}: your orders at ${upstream} do not have it so far and are looked through once more, so do not order it again before that is done.`
}

function describeStatus(
  { confirmed }: OrderRecord,
  status: FoundOrder,
  { upstream, money }: { readonly upstream: string; readonly money: MoneyWords },
): string {
  const currency = status.currency ?? confirmed.currency
  const back = givenBack(confirmed, status)
  const refund = back.isZero() ? '' : `; ${money(back.toFixed(), currency)} was given back`
  const remains =
    status.remains === undefined ? '' : `, with ${status.remains} of ${confirmed.quantity} not delivered`
  return `Order ${status.orderId} ${sentences[status.state](status, remains, upstream)}${refund}.`
}

const sentences = {
  pending: () => 'has been placed and waits to start',
  in_progress: ({ progress }) => `is being delivered${percent(progress)}`,
  completed: () => 'is completed',
  partial: (_, remains) => `ended in part${remains}`,
  canceled: (_status, _remains, upstream) => `was canceled by ${upstream}`,
  refunded: (_status, _remains, upstream) => `was refunded by ${upstream}`,
  stopped: (_, remains, upstream) => `was stopped by ${upstream}${remains}; ask its support`,
  error: ({ rawStatus }, _remains, upstream) =>
    `has a problem at ${upstream} (“${isolate(rawStatus)}”); ask its support`,
  unknown: ({ rawStatus }, _remains, upstream) =>
    `has been placed, and ${upstream} calls its state “${isolate(rawStatus)}”`,
} as const satisfies Record<OrderState, (status: FoundOrder, remains: string, upstream: string) => string>

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function percent(progress: number | undefined): string {
  return progress === undefined ? '' : `, ${Math.floor(progress * 100)} % so far`
}
