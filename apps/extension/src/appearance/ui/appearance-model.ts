import { type ReadonlySignal, signal } from '@preact/signals'
import { type Appearance, appearanceItem } from '../appearance.ts'

export interface AppearanceModel {
  readonly appearance: ReadonlySignal<Appearance>
  change(change: Partial<Appearance>): Promise<void>
}

export async function openAppearanceModel(end: AbortSignal): Promise<AppearanceModel> {
  const appearance = signal(await appearanceItem.get())
  appearanceItem.watch(value => {
    appearance.value = value
  }, end)
  return {
    appearance,
    change: async change => {
      appearance.value = await appearanceItem.update(latest => ({ ...latest, ...change }))
    },
  }
}
