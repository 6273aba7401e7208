import type { UpstreamKind } from '@orderwright/core'

export type QqtubeAction = 'add' | 'stats' | 'submissions' | 'funds' | 'services'
export type PanelAction = 'services' | 'add' | 'status' | 'refill' | 'refill_status' | 'cancel' | 'balance'
/** An action of either API. */
export type ActionName = QqtubeAction | PanelAction

/** The actions of each API, by the names that its document gives them. */
export const actionNames: Readonly<Record<UpstreamKind, readonly ActionName[]>> = {
  qqtube: ['add', 'stats', 'submissions', 'funds', 'services'],
  panel: ['services', 'add', 'status', 'refill', 'refill_status', 'cancel', 'balance'],
}

/** The actions of both APIs, each once. */
export const everyAction: readonly ActionName[] = [...new Set(Object.values(actionNames).flat())]
