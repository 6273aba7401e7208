import type { Fate, UpstreamTraits } from './model-upstream.ts'
import type { CallMode } from './world.ts'

export type ActionKind =
  /** Lets one call to a port through. */
  | 'step'
  | 'click'
  | 'accept'
  | 'send'
  | 'crash'
  | 'recover'
  | 'look_up'
  | 'resolve_all'
  | 'poll'
  | 'answer'
  | 'retry'
  | 'statuses'
  | 'wait'
  | 'reuse'

/** What happens next; `choice` picks among whatever there is to pick from at that moment. */
export interface Action {
  readonly kind: ActionKind
  readonly choice: number
  readonly mode: CallMode
}

export interface Story {
  readonly traits: UpstreamTraits
  /** What becomes of the requests, in turn, over and over. */
  readonly fates: readonly Fate[]
  readonly actions: readonly Action[]
}

/** What an upstream of the stories may still do after a request has ended, it does within this time. */
export const settleMs = 300_000

/** How long an accepted order of the stories waits for a sender. */
export const acceptedForMs = 900_000

export const accountId = 'a'

export function pick<T>(items: readonly T[], choice: number): T | undefined {
  return items[choice % Math.max(1, items.length)]
}
