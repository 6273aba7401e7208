import type { FoundOrder, UpstreamStatus } from '@orderwright/client'
import { Decimal, isolate } from '@orderwright/core'
import { finalAmounts, type Pieces } from '../record/final-amounts.ts'
import type { NotSentReason, OrderRecord, OrderStates } from '../record/record-schema.ts'
import { describeMoney, type MoneyWords } from './money-text.ts'

/** What a screen calls things, if it knows better. */
export interface StateWords {
  /** The name of the account's upstream. Default: `the upstream`. */
  readonly upstream?: string | undefined
  readonly money?: MoneyWords | undefined
}

/**
 * Returns one English sentence: what is known of an order, and what to do. The record holds all that a translation needs.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * describeState(draft) // 'Not ordered yet: review it, then confirm.'
 * ```
 */
export function describeState(
  record: OrderRecord,
  { upstream: name = 'the upstream', money = describeMoney }: StateWords = {},
): string {
  const { state } = record
  const upstream = isolate(name)
  switch (state.name) {
    case 'draft':
      return 'Not ordered yet: review it, then confirm.'
    case 'queued':
      return 'Confirmed and waiting for its turn; nothing has been sent yet.'
    case 'submitting':
      return 'Being sent at this moment: wait for the answer, and do not order it again.'
    case 'accepted':
      return `Placed as order ${isolate(state.orderId)}; there is nothing to do.`
    case 'open':
    case 'closed':
      return describeStatus(record, state.status, { upstream, money })
    case 'rejected':
      return describeRejection(state, upstream)
    case 'not_sent':
      return describeNotSent(state.reason)
    case 'unknown':
      return describeUnknown(record, state, upstream)
    case 'not_placed':
      return state.by === 'look_up'
        ? `Not placed: your orders at ${upstream} do not have it, so you may send it again.`
        : 'Not placed, as you have found out: you may send it again.'
  }
}

function describeNotSent(reason: NotSentReason): string {
  switch (reason.code) {
    case 'interrupted':
      return 'Not sent, because it was interrupted before: nothing was charged, and you may send it again.'
    case 'expired':
      return 'Not sent, because nobody sent it in time: nothing was charged, and you may send it again.'
    case 'no_connection':
      return `Not sent, so nothing was charged and you may send it again: ${reason.text}`
  }
}

function describeRejection({ messages, httpStatus }: OrderStates['rejected'], upstream: string): string {
  const said = messages.map(({ text }) => text.trim()).join(' ')
  const why = said === '' ? `without saying why (HTTP ${httpStatus})` : `(“${isolate(said)}”)`
  return `${capitalised(upstream)} refused it ${why}, so nothing was charged: correct it and order again.`
}

function describeUnknown(
  { canListOrders }: OrderRecord,
  state: OrderStates['unknown'],
  upstream: string,
): string {
  const known =
    state.reason.code === 'interrupted'
      ? 'It was interrupted while it was being sent, so it may have been placed'
      : 'It was sent and no readable answer came, so it may have been placed'
  const { length } = state.candidates
  if (length === 1)
    return `${known}: say whether it is the one order of yours at ${upstream} that looks like it.`
  if (length > 1)
    return `${known}: choose which of ${length} similar orders of yours it is, or say that it is none.`
  if (state.readInPart !== undefined) {
    return `${known}: the newest ${state.readInPart} of your orders at ${upstream} do not have it, and the others could not all be read; look for it there, then say here whether it is there, and do not order it again before.`
  }
  if (!canListOrders) {
    return `${known}: look for it at ${upstream}, then say here whether it is there, and do not order it again before.`
  }
  return state.lastLookedUpAt === undefined
    ? `${known}: your orders at ${upstream} are looked through for it, so do not order it again before that is done.`
    : `${known}: your orders at ${upstream} do not have it so far and are looked through once more, so do not order it again before that is done.`
}

function describeStatus(
  record: OrderRecord,
  status: FoundOrder,
  { upstream, money }: { readonly upstream: string; readonly money: MoneyWords },
): string {
  const { pieces, givenBack, currency } = finalAmounts(record)
  const refund = givenBack.isZero() ? '' : `; ${money(givenBack.toFixed(), currency)} was given back`
  return `Order ${isolate(status.orderId)} ${sentences[status.state](status, pieces, upstream)}${refund}.`
}

const sentences = {
  pending: () => 'has been placed and waits to start',
  in_progress: (status, pieces) => `is being delivered${percent(status, pieces)}`,
  completed: () => 'is completed',
  partial: (_, pieces) => `ended in part${remaining(pieces)}`,
  canceled: (_status, _pieces, upstream) => `was canceled by ${upstream}`,
  refunded: (_status, _pieces, upstream) => `was refunded by ${upstream}`,
  stopped: (_, pieces, upstream) => `was stopped by ${upstream}${remaining(pieces)}; ask its support`,
  error: ({ rawStatus }, _pieces, upstream) =>
    `has a problem at ${upstream} (“${isolate(rawStatus)}”); ask its support`,
  unknown: ({ rawStatus }, _pieces, upstream) =>
    `has been placed, and ${upstream} calls its state “${isolate(rawStatus)}”`,
} as const satisfies Record<
  UpstreamStatus,
  (status: FoundOrder, pieces: Pieces | undefined, upstream: string) => string
>

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function remaining(pieces: Pieces | undefined): string {
  return pieces === undefined
    ? ''
    : `, with ${pieces.remains.toFixed()} of ${pieces.ordered.toFixed()} not delivered`
}

/** Writes the progress by the pieces, or by what the upstream says of a package, whose pieces nobody counts. */
function percent({ progress }: FoundOrder, pieces: Pieces | undefined): string {
  const share = pieces?.ordered.gt(0) ? pieces.delivered.div(pieces.ordered) : progress
  return share === undefined ? '' : `, ${new Decimal(share).times(100).floor().toFixed()} % so far`
}
