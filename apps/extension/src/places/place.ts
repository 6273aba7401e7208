import { popupPage } from '../platform/pages.ts'

/** Where the one screen for orders runs. */
export type PlaceName = 'popup' | 'panel' | 'window'

export interface Place {
  readonly name: PlaceName
  /** The tab that a window of its own was opened over. */
  readonly tabId?: number
}

/** Returns the address of the screen at a place, from the extension's root. */
export function addressAt({ name, tabId }: Place): string {
  if (name === 'popup') return popupPage
  return `${popupPage}?${new URLSearchParams({ at: name, ...(tabId === undefined ? {} : { tab: `${tabId}` }) })}`
}

/** Returns the place that a page's query names; whatever it does not know is the popup. */
export function placeOf(search: string): Place {
  const query = new URLSearchParams(search)
  const name = query.get('at')
  const tab = query.get('tab') ?? ''
  if (name === 'panel') return { name }
  if (name !== 'window') return { name: 'popup' }
  return /^\d{1,15}$/.test(tab) ? { name, tabId: Number(tab) } : { name }
}
