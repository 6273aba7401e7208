import type { Confirmation, OrderRecord, OrderState } from '@orderwright/outbox'
import { moneyWords } from '../format/money.ts'
import type { OrderEntry } from '../orders/history/order-entry.ts'
import type { EarlierEntry, EarlierReason } from './earlier-entry.ts'

export interface EarlierContext {
  /** Milliseconds since 1970: by now every request of an earlier version has ended. */
  readonly now: number
  readonly canListOrders: (accountId: string) => boolean
}

/** An entry of an earlier version in today's form, saying no more than was known. */
export function fromEarlierEntry(entry: EarlierEntry, { now, canListOrders }: EarlierContext): OrderEntry {
  const createdAt = Date.parse(entry.createdAt)
  const life = lifeOf(entry, now)
  const record: OrderRecord = {
    id: entry.token,
    accountId: entry.accountId,
    order: entry.order,
    confirmed: confirmationOf(entry),
    canListOrders: canListOrders(entry.accountId),
    createdAt,
    retryOf: undefined,
    attempt: 1,
    sentAt: wasHeldBack(entry) ? undefined : createdAt,
    placedAt: 'orderId' in life ? createdAt : undefined,
    life,
    history: [{ at: now, event: 'upgraded', state: life.state, detail: undefined }],
  }
  if (entry.life.kind !== 'accepted') return { record }
  const { charge, followUps } = entry.life
  return {
    record: charge === undefined ? record : { ...record, wholeCharge: charge },
    ...(followUps === undefined ? {} : { followUps }),
  }
}

function confirmationOf({ quoted, order, extent, currency, serviceName, title }: EarlierEntry): Confirmation {
  const delivers = extent === undefined ? order.quantity : extent.kind === 'count' ? extent.total : null
  return {
    total: quoted,
    // Where none was given, lines were counted, of which runs make no more, or it was one package.
    quantity: order.quantity ?? delivers ?? '1',
    delivers: delivers ?? null,
    isChargedLater: extent?.kind === 'later',
    currency: currency === '' ? undefined : currency,
    serviceName,
    targetTitle: title === '' ? undefined : title,
    balanceBefore: undefined,
  }
}

/** Whether it is certain that nothing had been sent. */
function wasHeldBack({ life }: EarlierEntry): boolean {
  return life.kind === 'intent' || (life.kind === 'not_sent' && life.reason.code !== 'failed')
}

const workerEnded = 'The browser ended the extension’s worker while it waited.'

function lifeOf(entry: EarlierEntry, now: number): OrderState {
  const { life } = entry
  switch (life.kind) {
    case 'intent':
    case 'sending':
      return { state: life.kind }
    case 'closed':
      return { state: 'not_placed', by: 'person' }
    case 'rejected':
      // The HTTP status was not kept. Refusals that can be read come with 200 from both kinds of upstream.
      return { state: 'rejected', messages: life.messages, httpStatus: 200 }
    case 'not_sent':
      return notSent(entry)
    case 'unknown':
      return {
        state: 'unknown',
        reason:
          life.reason === workerEnded
            ? { code: 'interrupted' }
            : { code: 'no_answer', text: life.reason, httpStatus: undefined },
        since: now,
        lookAgainAt: now,
        lastLookedUpAt: undefined,
        candidates: [],
        balanceAfter: undefined,
      }
    case 'accepted': {
      const { orderId, status } = life
      if (status === undefined) return { state: 'accepted', orderId }
      return { state: status.isFinal ? 'final' : 'tracked', orderId, status }
    }
  }
}

function notSent({ life, quoted, currency }: EarlierEntry): OrderState {
  if (life.kind !== 'not_sent' || life.reason.code === 'interrupted') {
    return { state: 'not_sent', reason: { code: 'interrupted' } }
  }
  const text = heldBackBecause(life.reason, quoted, currency)
  return { state: 'not_sent', reason: { code: 'no_connection', text } }
}

function heldBackBecause(
  reason: Exclude<EarlierReason, { readonly code: 'interrupted' }>,
  quoted: string,
  currency: string,
): string {
  const money = (amount: string): string => moneyWords(amount, currency)
  switch (reason.code) {
    case 'price_changed':
      return `The price had changed from ${money(quoted)} to ${money(reason.total)}.`
    case 'balance_too_low':
      return `The balance of ${money(reason.balance)} did not cover ${money(quoted)}.`
    case 'failed':
      return reason.sentence
  }
}
