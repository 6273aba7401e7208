import { type Moved, refuse, type Scene, to } from '../state-machine/handler.ts'
import { settled } from '../state-machine/handlers.ts'
import { lifeOf, topicsOf } from './placed-moves.ts'

type Over = 'rejected' | 'not_sent' | 'not_placed'

/** An order that the upstream says it took is never shown as failed, whatever was thought before. */
export function hearAfterAll({ event: { ending } }: Scene<Over, 'ended'>): Moved {
  return ending.kind === 'accepted' ? to(settled(ending), 'placed_after_all') : refuse('nothing_new')()
}

/** An answer to the request itself is worth more than having found nothing. */
export function hearLate({ event: { ending } }: Scene<'not_placed', 'ended'>): Moved {
  if (ending.kind === 'unknown') return refuse('nothing_new')()
  return ending.kind === 'accepted' ? to(settled(ending), 'placed_after_all') : to(settled(ending))
}

export function findAfterAll({ record, event: { result } }: Scene<'not_placed', 'looked_up'>): Moved {
  if (result.kind !== 'found') return refuse('nothing_new')()
  return to(lifeOf(result.order), 'placed_after_all', ...topicsOf(record, undefined, result.order))
}

/** The person may find the order after having said that there was none. */
export function correct({ record, event: { said } }: Scene<'not_placed', 'person_said'>): Moved {
  if (said.kind !== 'placed') return refuse('nothing_new')()
  return to(lifeOf(said.status), ...topicsOf(record, undefined, said.status))
}
