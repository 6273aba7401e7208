import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import { type NotificationKind, notificationKinds } from './kinds.ts'

export type NotificationSwitches = Readonly<Record<NotificationKind, boolean>>

export const allNotificationsOn: NotificationSwitches = {
  completed: true,
  partial: true,
  refund: true,
  error: true,
  doubt: true,
  charge: true,
}

/** What a person wants to be notified of. */
export const notificationSwitchesItem: StorageItem<NotificationSwitches> = storageItem({
  key: 'notificationSwitches',
  schema: v.object(v.entriesFromList(notificationKinds, v.boolean())),
  fallback: allNotificationsOn,
})
