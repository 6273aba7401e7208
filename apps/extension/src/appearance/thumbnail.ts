import { type ReadonlySignal, signal } from '@preact/signals'
import type { YoutubeTarget } from '../youtube-target.ts'
import { appearanceItem } from './appearance.ts'

/** Opens whether videos are shown by their picture, which follows the settings until the signal aborts. */
export async function openThumbnails(end: AbortSignal): Promise<ReadonlySignal<boolean>> {
  const hasThumbnails = signal((await appearanceItem.get()).hasThumbnails)
  appearanceItem.watch(value => {
    hasThumbnails.value = value.hasThumbnails
  }, end)
  return hasThumbnails
}

/** Returns the address of a video's picture, at the one host that the policy lets pictures come from. */
export function thumbnailOf(target: YoutubeTarget): string | undefined {
  return target.kind === 'video' ? `https://i.ytimg.com/vi/${target.id}/mqdefault.jpg` : undefined
}
