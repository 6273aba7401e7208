import { type ReadonlySignal, signal } from '@preact/signals'
import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

const undoWindows = ['off', 'shortcut', '3', '5'] as const

/**
 * For how long an order that was confirmed can be taken back, before anything is sent: seconds after each, 3 seconds after those that were
 * ordered by the shortcut alone, or never.
 */
export type UndoWindow = (typeof undoWindows)[number]

export const undoWindowItem: StorageItem<UndoWindow> = storageItem({
  key: 'undoWindow',
  schema: v.picklist(undoWindows),
  fallback: 'shortcut',
})

/** Whether an order was looked at on the review, or ordered from the form by the shortcut. */
export type ConfirmedBy = 'review' | 'shortcut'

/** Returns how long an order can be taken back, in milliseconds; 0 if it cannot. */
export function undoMs(undoWindow: UndoWindow, confirmedBy: ConfirmedBy): number {
  if (undoWindow === 'off') return 0
  if (undoWindow === 'shortcut') return confirmedBy === 'shortcut' ? 3000 : 0
  return undoWindow === '3' ? 3000 : 5000
}

export interface UndoWindowModel {
  readonly undoWindow: ReadonlySignal<UndoWindow>
  choose(undoWindow: UndoWindow): Promise<void>
}

/** Reads the setting, and follows its changes until the signal aborts. No screen waits for it. */
export function openUndoWindow(end: AbortSignal): UndoWindowModel {
  const undoWindow = signal<UndoWindow>('shortcut')
  const show = (value: UndoWindow): void => {
    undoWindow.value = value
  }
  undoWindowItem.watch(show, end)
  undoWindowItem.get().then(show, () => undefined)
  return {
    undoWindow,
    choose: async chosen => {
      await undoWindowItem.set(chosen)
      show(chosen)
    },
  }
}
