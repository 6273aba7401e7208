import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import { type NoticeKind, noticeKinds } from './kinds.ts'

export type NoticeSwitches = Readonly<Record<NoticeKind, boolean>>

export const allNoticesOn: NoticeSwitches = {
  completed: true,
  partial: true,
  refund: true,
  error: true,
  doubt: true,
  charge: true,
}

/** What a person wants to be notified of. */
export const noticeSwitchesItem: StorageItem<NoticeSwitches> = storageItem({
  key: 'noticeSwitches',
  schema: v.object(v.entriesFromList(noticeKinds, v.boolean())),
  fallback: allNoticesOn,
})
