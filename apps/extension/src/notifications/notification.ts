import { isolate } from '@orderwright/core'
import {
  describeState,
  finalAmounts,
  type OrderRecord,
  type RecordChange,
  type Topic,
} from '@orderwright/outbox'
import { moneyWords } from '../format/money.ts'
import { describeCharge } from '../orders/describe-charge.ts'
import { kindOfTopic, type NotificationKind } from './kinds.ts'

/** A notification about one order: plain text, without a key. */
export interface OrderNotification {
  readonly kind: NotificationKind
  /** The same for the same event, which is notified of once. */
  readonly event: string
  readonly accountId: string
  readonly recordId: string
  readonly title: string
  /** One sentence, with the service's name and the order's number if it has one. */
  readonly message: string
}

/** Returns the notifications of a change. `upstream` is the name of the order's account. */
export function notificationsOf(
  { record, effects }: RecordChange,
  upstream: string,
): readonly OrderNotification[] {
  return effects.flatMap(effect => {
    if (effect.kind !== 'notify') return []
    const { topic } = effect
    const kind = kindOfTopic[topic]
    if (kind === undefined) return []
    return {
      kind,
      event: [record.id, topic, detailOf(record, topic)].join(' '),
      accountId: record.accountId,
      recordId: record.id,
      title: titles[topic],
      message: `${isolate(nameOf(record))}: ${sentenceOf(record, topic, upstream)}`,
    }
  })
}

/** Returns what distinguishes one refund, or one charge, from the next of the same order. */
function detailOf(record: OrderRecord, topic: Topic): string {
  const { state } = record
  if (!('status' in state)) return ''
  if (topic === 'refunded') return finalAmounts(record).givenBack.toFixed()
  return topic === 'charged_differently' ? (state.status.charge ?? '') : ''
}

function sentenceOf(record: OrderRecord, topic: Topic, upstream: string): string {
  const charge = topic === 'charged_differently' ? describeCharge(record) : undefined
  return charge ?? describeState(record, { upstream: isolate(upstream), money: moneyWords })
}

const longestName = 60

/** Returns a service's name on one line and cut: it comes from its upstream, and may be as long as it likes. */
function nameOf({ confirmed }: OrderRecord): string {
  const name = confirmed.serviceName.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  const letters = [...name]
  return letters.length <= longestName ? name : `${letters.slice(0, longestName - 1).join('')}…`
}

const titles = {
  placed: 'Order placed',
  completed: 'Order completed',
  partial: 'Order delivered in part',
  canceled: 'Order canceled',
  refunded: 'Money given back',
  error: 'Order has a problem',
  stopped: 'Order stopped',
  rejected: 'Order refused',
  not_sent: 'Order not sent',
  unknown: 'Order in doubt',
  choose: 'Order in doubt: choose which it is',
  found: 'Order found',
  not_found: 'Order was not placed',
  placed_after_all: 'Order was placed after all',
  renumbered: 'Order has another number',
  charged_differently: 'Charged differently',
} as const satisfies Record<Topic, string>
