import * as v from 'valibot'
import { noticeKinds } from '../notices/notice-kinds.ts'
import type { NoticeQueue } from '../notices/notice-queue.ts'
import { type StorageItem, storageItem } from './storage-item.ts'

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
