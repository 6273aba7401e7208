import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

export const themes = ['system', 'light', 'dark'] as const

export const densities = ['comfortable', 'compact'] as const

/** How the screens look on this machine. */
export interface Appearance {
  readonly theme: (typeof themes)[number]
  readonly density: (typeof densities)[number]
  /** Whether videos are shown by their picture, which YouTube's server is asked for. */
  readonly hasThumbnails: boolean
}

/** What the browser and a fresh extension begin with: nothing is asked of YouTube's servers. */
const plainAppearance: Appearance = { theme: 'system', density: 'comfortable', hasThumbnails: false }

export const appearanceItem: StorageItem<Appearance> = storageItem({
  key: 'appearance',
  schema: v.object({
    theme: v.picklist(themes),
    density: v.picklist(densities),
    hasThumbnails: v.boolean(),
  }),
  fallback: plainAppearance,
})

/** Lets a page look as the person wants it, and follow each change until the signal aborts. Styles read its attributes. */
export async function applyAppearance(root: HTMLElement, end: AbortSignal): Promise<void> {
  const show = ({ theme, density }: Appearance): void => {
    root.dataset.theme = theme
    root.dataset.density = density
  }
  appearanceItem.watch(show, end)
  show(await appearanceItem.get())
}
