import type { LifeState } from '../record/record-schema.ts'
import type { EventKind } from './events.ts'
import { type Move, refuse } from './handler.ts'
import {
  alreadyPlaced,
  confirm,
  correct,
  dropIntent,
  end,
  endLate,
  findAfterAll,
  hearAfterAll,
  hearAgain,
  hearLate,
  listen,
  lookUp,
  loseSight,
  see,
  seeBalance,
  startSending,
} from './handlers.ts'

export type Row<S extends LifeState> = { readonly [E in EventKind]: Move<S, E> }
type Table = { readonly [S in LifeState]: Row<S> }

const placed = {
  confirmed: refuse('already_confirmed'),
  send_started: refuse('not_waiting'),
  ended: hearAgain,
  recovered: refuse('nothing_to_recover'),
  looked_up: alreadyPlaced,
  balance_seen: alreadyPlaced,
  person_said: alreadyPlaced,
  status_seen: see,
} as const satisfies Row<'accepted' | 'tracked' | 'final'>

const over = {
  confirmed: refuse('already_confirmed'),
  send_started: refuse('not_waiting'),
  ended: hearAfterAll,
  recovered: refuse('nothing_to_recover'),
  looked_up: refuse('is_over'),
  balance_seen: refuse('is_over'),
  person_said: refuse('is_over'),
  status_seen: refuse('is_over'),
} as const satisfies Row<'rejected' | 'not_sent' | 'not_placed'>

/** Every state with every event. A record is one try, so nothing leads back to `intent` or `sending`. */
export const table: Table = {
  draft: {
    confirmed: confirm,
    send_started: refuse('not_confirmed'),
    ended: refuse('not_confirmed'),
    recovered: refuse('nothing_to_recover'),
    looked_up: refuse('not_confirmed'),
    balance_seen: refuse('not_confirmed'),
    person_said: refuse('not_confirmed'),
    status_seen: refuse('not_confirmed'),
  },
  intent: {
    confirmed: refuse('already_confirmed'),
    send_started: startSending,
    ended: refuse('nothing_was_sent'),
    recovered: dropIntent,
    looked_up: refuse('nothing_was_sent'),
    balance_seen: refuse('nothing_was_sent'),
    person_said: refuse('nothing_was_sent'),
    status_seen: refuse('nothing_was_sent'),
  },
  sending: {
    confirmed: refuse('already_confirmed'),
    send_started: refuse('not_waiting'),
    ended: end,
    recovered: loseSight,
    looked_up: refuse('still_sending'),
    balance_seen: refuse('still_sending'),
    person_said: refuse('still_sending'),
    status_seen: refuse('still_sending'),
  },
  accepted: placed,
  tracked: placed,
  final: placed,
  rejected: over,
  not_sent: over,
  unknown: {
    confirmed: refuse('already_confirmed'),
    send_started: refuse('not_waiting'),
    ended: endLate,
    recovered: refuse('nothing_to_recover'),
    looked_up: lookUp,
    balance_seen: seeBalance,
    person_said: listen,
    status_seen: refuse('nothing_new'),
  },
  not_placed: { ...over, ended: hearLate, looked_up: findAfterAll, person_said: correct },
}
