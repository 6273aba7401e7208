import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import { noticeKinds } from './kinds.ts'
import type { Notice } from './notification.ts'

/** What is to be notified, and the events that have been. */
export interface NoticeQueue {
  readonly waiting: readonly Notice[]
  readonly told: readonly string[]
}

/** An event may come again, as where an upstream goes to and fro; so many are remembered. */
const keptTold = 1000

/** The queue with what is new. An event that waits, or was told before, is not. */
export function withWaiting(queue: NoticeQueue, notices: readonly Notice[]): NoticeQueue {
  const known = new Set([...queue.told, ...queue.waiting.map(({ event }) => event)])
  const fresh = notices.filter(({ event }) => !known.has(event))
  return fresh.length === 0 ? queue : { ...queue, waiting: [...queue.waiting, ...fresh] }
}

/** The queue once these have been told. */
export function withTold({ waiting, told }: NoticeQueue, done: readonly Notice[]): NoticeQueue {
  const events = done.map(({ event }) => event)
  return {
    waiting: waiting.filter(({ event }) => !events.includes(event)),
    told: [...told, ...events].slice(-keptTold),
  }
}

const queueSchema: v.GenericSchema<unknown, NoticeQueue> = v.object({
  waiting: v.array(
    v.object({
      kind: v.picklist(noticeKinds),
      event: v.string(),
      accountId: v.string(),
      recordId: v.string(),
      title: v.string(),
      message: v.string(),
    }),
  ),
  told: v.array(v.string()),
})

/** What is to be notified, and what has been: on disk, so that no worker's death loses or repeats it. */
export const noticesItem: StorageItem<NoticeQueue> = storageItem({
  key: 'notices',
  schema: queueSchema,
  fallback: { waiting: [], told: [] },
})
