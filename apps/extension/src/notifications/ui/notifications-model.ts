import { type ReadonlySignal, signal } from '@preact/signals'
import type { NotificationKind } from '../kinds.ts'
import { type NotificationSwitches, notificationSwitchesItem } from '../switches.ts'

export interface NotificationsModel {
  readonly switches: ReadonlySignal<NotificationSwitches>
  /** Whether the browser lets the extension show notifications at all. */
  readonly isAllowed: ReadonlySignal<boolean>
  turn(kind: NotificationKind, isOn: boolean): Promise<void>
}

export async function openNotificationsModel(end: AbortSignal): Promise<NotificationsModel> {
  const switches = signal(await notificationSwitchesItem.get())
  notificationSwitchesItem.watch(value => {
    switches.value = value
  }, end)
  return {
    switches,
    isAllowed: signal((await chrome.notifications.getPermissionLevel()) === 'granted'),
    turn: async (kind, isOn) => {
      switches.value = await notificationSwitchesItem.update(latest => ({ ...latest, [kind]: isOn }))
    },
  }
}
