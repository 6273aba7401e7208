import type { OrderRecord, OrderState, OrderStateName, OrderStates } from '../record/record-schema.ts'
import type { Topic } from './effects.ts'
import type { EventKind, Events } from './events.ts'
import type { BareCode, TransitionRejection } from './rejection.ts'

/** An event as it meets a state. */
export interface TransitionContext<S extends OrderStateName, E extends EventKind> {
  readonly record: OrderRecord
  readonly state: OrderStates[S]
  readonly event: Events[E]
  readonly now: number
}

/** What comes of it: another state and what to tell the person, or a rejection. */
export type TransitionResult =
  | { readonly ok: true; readonly state: OrderState; readonly topics: readonly Topic[] }
  | { readonly ok: false; readonly rejection: TransitionRejection }

export type Handler<S extends OrderStateName, E extends EventKind> = (
  scene: TransitionContext<S, E>,
) => TransitionResult

export function next(state: OrderState, ...topics: readonly Topic[]): TransitionResult {
  return { ok: true, state, topics }
}

/** Returns a handler that rejects whatever comes. */
export function reject(code: BareCode): () => TransitionResult {
  return () => ({ ok: false, rejection: { code } })
}
