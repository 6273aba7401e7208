import { isolate } from '@orderwright/core'
import { finalAmounts, type OrderRecord, type RecordChange, type Topic } from '@orderwright/outbox'
import { describeCharge } from '../orders/describe-charge.ts'
import { statusText } from '../orders/status-text.ts'
import { kindOfTopic, type NotificationKind, type NotifiedTopic } from './kinds.ts'
import { messages as texts } from './texts/en.generated.ts'

/** A notification about one order, as it waits: what has happened, and no words for it yet. */
export interface OrderNotification {
  readonly kind: NotificationKind
  readonly topic: NotifiedTopic
  /** The same for the same event, which is notified of once. */
  readonly event: string
  readonly accountId: string
  readonly recordId: string
}

/** A notification in words: plain text, without a key. */
export interface DescribedNotification extends OrderNotification {
  readonly title: string
  /** One sentence, with the service's name and the order's number if it has one. */
  readonly message: string
}

/** Returns the notifications of a change. */
export function notificationsOf({ record, effects }: RecordChange): readonly OrderNotification[] {
  return effects.flatMap(effect => {
    if (effect.kind !== 'notify' || effect.topic === 'placed') return []
    const { topic } = effect
    const event = [record.id, topic, detailOf(record, topic)].join(' ')
    return { kind: kindOfTopic[topic], topic, event, accountId: record.accountId, recordId: record.id }
  })
}

/** Describes a notification by its order as it is now. `upstream` is the name of the order's account. */
export function describeNotification(
  notification: OrderNotification,
  record: OrderRecord,
  upstream: string,
): DescribedNotification {
  const { topic } = notification
  return {
    ...notification,
    title: texts.titles[topic](),
    message: texts.message({
      service: isolate(nameOf(record)),
      sentence: sentenceOf(record, topic, upstream),
    }),
  }
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
  return charge ?? statusText(record, upstream).sentence
}

const longestName = 60

/** Returns a service's name on one line and cut: it comes from its upstream, and may be as long as it likes. */
function nameOf({ confirmed }: OrderRecord): string {
  const name = confirmed.serviceName.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  const letters = [...name]
  return letters.length <= longestName ? name : `${letters.slice(0, longestName - 1).join('')}…`
}
