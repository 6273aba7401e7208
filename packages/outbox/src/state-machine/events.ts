import type { FoundOrder, Outcome } from '@orderwright/client'
import type { LookUpResult } from '../resolve/match-listed-orders.ts'

/** What the person says of an order that nobody has an answer for. */
export type PersonSaid =
  /** It was placed: the order of that number, as the upstream knows it. */
  | { readonly kind: 'placed'; readonly status: FoundOrder }
  | { readonly kind: 'not_placed' }
  | { readonly kind: 'not_yet_known' }

/** Everything that can happen to an order. */
export interface Events {
  /** The person agreed to what was shown. */
  confirmed: { readonly kind: 'confirmed' }
  /** Its turn has come: the request leaves next. */
  send_started: { readonly kind: 'send_started' }
  ended: { readonly kind: 'ended'; readonly outcome: Outcome }
  /** The upstream took nothing and asked to be left alone for a while: it is to be sent later. */
  postponed: { readonly kind: 'postponed' }
  /** It was found left behind by what had been at work on it. */
  recovered: { readonly kind: 'recovered' }
  /** The upstream's orders were read, from `startedAt` on. */
  looked_up: { readonly kind: 'looked_up'; readonly startedAt: number; readonly result: LookUpResult }
  /** The account's balance was read: a decimal string. */
  balance_seen: { readonly kind: 'balance_seen'; readonly amount: string }
  person_said: { readonly kind: 'person_said'; readonly said: PersonSaid }
  status_seen: { readonly kind: 'status_seen'; readonly status: FoundOrder }
}

export type EventKind = keyof Events
export type OrderEvent = Events[EventKind]
