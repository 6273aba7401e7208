import { formatCount } from '../format/money.ts'
import { type NotificationKind, notificationKinds } from './kinds.ts'
import type { DescribedNotification, OrderNotification } from './notification.ts'
import { orderNotificationId, ordersNotificationId } from './order-to-show.ts'
import type { NotificationSwitches } from './switches.ts'
import { messages as texts } from './texts/en.generated.ts'

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
  waiting: readonly DescribedNotification[],
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

function sentenceOf({ recordId, message }: DescribedNotification): string {
  return `${recordId} ${message}`
}

function alone({ accountId, recordId, event, title, message }: DescribedNotification): ShownNotification {
  return { id: orderNotificationId({ accountId, recordId }, event), title, message }
}

function summary(kind: NotificationKind, notifications: readonly OrderNotification[]): ShownNotification {
  const accounts = new Set(notifications.map(({ accountId }) => accountId))
  const [accountId = ''] = accounts
  const count = new Set(notifications.map(({ recordId }) => recordId)).size
  return {
    id: ordersNotificationId(accounts.size === 1 ? accountId : '', kind),
    title: texts.summaries[kind]({ shown: formatCount(`${count}`) }),
    message: texts.open(),
  }
}
