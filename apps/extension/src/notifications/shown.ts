import { type NotificationKind, notificationKinds } from './kinds.ts'
import type { OrderNotification } from './notification.ts'
import { orderNotificationId, ordersNotificationId } from './order-to-show.ts'
import type { NotificationSwitches } from './switches.ts'

/** A notification as the browser takes it: plain text. */
export interface ShownNotification {
  readonly id: string
  readonly title: string
  readonly message: string
}

/** More than so many of a kind at once become one. */
const mostOfAKind = 3

/** Returns what to show of what waits: what is switched on, one for each sentence, many of a kind as one. */
export function shownNotifications(
  waiting: readonly OrderNotification[],
  switches: NotificationSwitches,
): readonly ShownNotification[] {
  const wanted = waiting.filter(({ kind }) => switches[kind])
  // One change may have several topics, and one sentence for them all.
  const firsts = new Map(wanted.toReversed().map(notification => [sentenceOf(notification), notification]))
  return notificationKinds.flatMap(kind => {
    const notifications = wanted.filter(
      notification => notification.kind === kind && firsts.get(sentenceOf(notification)) === notification,
    )
    return notifications.length > mostOfAKind ? summary(kind, notifications) : notifications.map(alone)
  })
}

function sentenceOf({ recordId, message }: OrderNotification): string {
  return `${recordId} ${message}`
}

function alone({ accountId, recordId, event, title, message }: OrderNotification): ShownNotification {
  return { id: orderNotificationId({ accountId, recordId }, event), title, message }
}

function summary(kind: NotificationKind, notifications: readonly OrderNotification[]): ShownNotification {
  const accounts = new Set(notifications.map(({ accountId }) => accountId))
  const [accountId = ''] = accounts
  return {
    id: ordersNotificationId(accounts.size === 1 ? accountId : '', kind),
    title: summaries[kind](new Set(notifications.map(({ recordId }) => recordId)).size),
    message: 'Open your orders to see them.',
  }
}

const summaries = {
  completed: count => `${count} orders completed`,
  partial: count => `${count} orders delivered in part`,
  refund: count => `Money given back for ${count} orders`,
  error: count => `${count} orders have a problem`,
  doubt: count => `${count} orders were in doubt`,
  charge: count => `${count} orders charged differently`,
} as const satisfies Record<NotificationKind, (count: number) => string>
