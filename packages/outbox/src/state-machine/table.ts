import type { OrderStateName } from '../record/record-schema.ts'
import type { EventKind } from './events.ts'
import { type Handler, reject } from './handler.ts'
import {
  alreadyPlaced,
  applyAnswer,
  applyBalance,
  applyLateOutcome,
  applyOutcome,
  applyOutcomeAfterAll,
  applyOutcomeAfterNotPlaced,
  applyRepeatedOutcome,
  applyResolution,
  applyResolutionAfterAll,
  applyStatus,
  cancelQueued,
  correctAnswer,
  markUnknown,
  postpone,
  queue,
  startSubmitting,
} from './handlers.ts'

export type Row<S extends OrderStateName> = { readonly [E in EventKind]: Handler<S, E> }
type Table = { readonly [S in OrderStateName]: Row<S> }

const placed = {
  confirmed: reject('already_confirmed'),
  send_started: reject('not_waiting'),
  ended: applyRepeatedOutcome,
  postponed: alreadyPlaced,
  recovered: reject('nothing_to_recover'),
  looked_up: alreadyPlaced,
  balance_seen: alreadyPlaced,
  person_said: alreadyPlaced,
  status_seen: applyStatus,
} as const satisfies Row<'accepted' | 'open' | 'closed'>

const over = {
  confirmed: reject('already_confirmed'),
  send_started: reject('not_waiting'),
  ended: applyOutcomeAfterAll,
  postponed: reject('is_over'),
  recovered: reject('nothing_to_recover'),
  looked_up: reject('is_over'),
  balance_seen: reject('is_over'),
  person_said: reject('is_over'),
  status_seen: reject('is_over'),
} as const satisfies Row<'rejected' | 'not_sent' | 'not_placed'>

/** Every state with every event. A record is one try, so nothing leads back to `queued` or `submitting`. */
export const table: Table = {
  draft: {
    confirmed: queue,
    send_started: reject('not_confirmed'),
    ended: reject('not_confirmed'),
    postponed: reject('not_confirmed'),
    recovered: reject('nothing_to_recover'),
    looked_up: reject('not_confirmed'),
    balance_seen: reject('not_confirmed'),
    person_said: reject('not_confirmed'),
    status_seen: reject('not_confirmed'),
  },
  queued: {
    confirmed: reject('already_confirmed'),
    send_started: startSubmitting,
    ended: reject('nothing_was_sent'),
    postponed: reject('nothing_was_sent'),
    recovered: cancelQueued,
    looked_up: reject('nothing_was_sent'),
    balance_seen: reject('nothing_was_sent'),
    person_said: reject('nothing_was_sent'),
    status_seen: reject('nothing_was_sent'),
  },
  submitting: {
    confirmed: reject('already_confirmed'),
    send_started: reject('not_waiting'),
    ended: applyOutcome,
    postponed: postpone,
    recovered: markUnknown,
    looked_up: reject('still_sending'),
    balance_seen: reject('still_sending'),
    person_said: reject('still_sending'),
    status_seen: reject('still_sending'),
  },
  accepted: placed,
  open: placed,
  closed: placed,
  rejected: over,
  not_sent: over,
  unknown: {
    confirmed: reject('already_confirmed'),
    send_started: reject('not_waiting'),
    ended: applyLateOutcome,
    postponed: reject('nothing_new'),
    recovered: reject('nothing_to_recover'),
    looked_up: applyResolution,
    balance_seen: applyBalance,
    person_said: applyAnswer,
    status_seen: reject('nothing_new'),
  },
  not_placed: {
    ...over,
    ended: applyOutcomeAfterNotPlaced,
    looked_up: applyResolutionAfterAll,
    person_said: correctAnswer,
  },
}
