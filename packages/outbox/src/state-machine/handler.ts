import type { OrderRecord } from '../record/record.ts'
import type { Life, LifeState, Lives } from '../record/record-schema.ts'
import type { Topic } from './effects.ts'
import type { EventKind, Events } from './events.ts'
import type { BareCode, Hindrance } from './rejection.ts'

/** An event as it meets a life. */
export interface Scene<S extends LifeState, E extends EventKind> {
  readonly record: OrderRecord
  readonly life: Lives[S]
  readonly event: Events[E]
  readonly now: number
}

/** What comes of it: another life and what to tell the person, or a hindrance. */
export type Moved =
  | { readonly ok: true; readonly life: Life; readonly topics: readonly Topic[] }
  | { readonly ok: false; readonly hindrance: Hindrance }

export type Move<S extends LifeState, E extends EventKind> = (scene: Scene<S, E>) => Moved

export function to(life: Life, ...topics: readonly Topic[]): Moved {
  return { ok: true, life, topics }
}

/** A move that refuses whatever comes. */
export function refuse(code: BareCode): () => Moved {
  return () => ({ ok: false, hindrance: { code } })
}
