import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import { kindOfTopic, type NotifiedTopic, notificationKinds } from './kinds.ts'
import type { OrderNotification } from './notification.ts'

/** The notifications that wait, and the events whose notification was delivered. */
export interface NotificationQueue {
  readonly waiting: readonly OrderNotification[]
  readonly delivered: readonly string[]
}

/** An event may come again, for example if an upstream goes to and fro. So many are kept to recognize it. */
const keptDelivered = 1000

/** Returns the queue with the new notifications. An event that waits or was delivered before is not new. */
export function withWaiting(
  queue: NotificationQueue,
  notifications: readonly OrderNotification[],
): NotificationQueue {
  const known = new Set([...queue.delivered, ...queue.waiting.map(({ event }) => event)])
  const fresh = notifications.filter(({ event }) => !known.has(event))
  return fresh.length === 0 ? queue : { ...queue, waiting: [...queue.waiting, ...fresh] }
}

/** Returns the queue after these have been delivered. */
export function withDelivered(
  { waiting, delivered }: NotificationQueue,
  done: readonly OrderNotification[],
): NotificationQueue {
  const events = done.map(({ event }) => event)
  return {
    waiting: waiting.filter(({ event }) => !events.includes(event)),
    delivered: [...delivered, ...events].slice(-keptDelivered),
  }
}

const topics: readonly NotifiedTopic[] = Object.keys(kindOfTopic).filter(isTopic)

function isTopic(name: string): name is NotifiedTopic {
  return Object.hasOwn(kindOfTopic, name)
}

const queueSchema: v.GenericSchema<unknown, NotificationQueue> = v.object({
  waiting: v.array(
    v.object({
      kind: v.picklist(notificationKinds),
      topic: v.picklist(topics),
      event: v.string(),
      accountId: v.string(),
      recordId: v.string(),
    }),
  ),
  delivered: v.array(v.string()),
})

/** The queue, on disk so that no death of the worker loses or repeats a notification. */
export const notificationQueueItem: StorageItem<NotificationQueue> = storageItem({
  key: 'notificationQueue',
  schema: queueSchema,
  fallback: { waiting: [], delivered: [] },
})
