import { type ReadonlySignal, signal } from '@preact/signals'
import type { NoticeKind } from '../kinds.ts'
import { type NoticeSwitches, noticeSwitchesItem } from '../switches.ts'

export interface NoticesModel {
  readonly switches: ReadonlySignal<NoticeSwitches>
  /** Whether the browser lets the extension show notifications at all. */
  readonly isAllowed: ReadonlySignal<boolean>
  turn(kind: NoticeKind, isOn: boolean): Promise<void>
}

export async function openNoticesModel(end: AbortSignal): Promise<NoticesModel> {
  const switches = signal(await noticeSwitchesItem.get())
  noticeSwitchesItem.watch(value => {
    switches.value = value
  }, end)
  return {
    switches,
    isAllowed: signal((await chrome.notifications.getPermissionLevel()) === 'granted'),
    turn: async (kind, isOn) => {
      switches.value = await noticeSwitchesItem.update(latest => ({ ...latest, [kind]: isOn }))
    },
  }
}
