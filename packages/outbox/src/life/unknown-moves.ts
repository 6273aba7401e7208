import { type Moved, type Scene, to } from '../state-machine/handler.ts'
import { lifeOf, topicsOf } from './placed-moves.ts'

/** A listing that is too long to be read whole is not read again and again. */
const readAgainMs = 3_600_000

/**
 * Nothing there is believed only where the look-up began after a slow server must have stored the order; until
 * then it says no more than that the order has not been seen yet.
 */
export function lookUp({ record, life, event, now }: Scene<'unknown', 'looked_up'>): Moved {
  const { result, startedAt } = event
  switch (result.kind) {
    case 'found':
      return to(lifeOf(result.order), 'found', ...topicsOf(record, undefined, result.order))
    case 'ambiguous': {
      const isNew = orderIds(result.candidates) !== orderIds(life.candidates)
      const looked = { ...life, lastLookedUpAt: now, candidates: result.candidates, readInPart: undefined }
      return isNew ? to(looked, 'choose') : to(looked)
    }
    case 'absent':
      return startedAt >= result.settlesAt
        ? to({ state: 'not_placed', by: 'look_up' }, 'not_found')
        : to({
            ...life,
            // A clock that was set back since: it has ended by now.
            since: Math.min(life.since, startedAt),
            lastLookedUpAt: now,
            lookAgainAt: result.settlesAt,
            candidates: [],
            readInPart: undefined,
          })
    case 'incomplete':
      return to({
        ...life,
        lastLookedUpAt: now,
        lookAgainAt: now + readAgainMs,
        candidates: [],
        readInPart: result.read,
      })
  }
}

export function seeBalance({ life, event: { amount } }: Scene<'unknown', 'balance_seen'>): Moved {
  return to({ ...life, balanceAfter: amount })
}

export function listen({ record, life, event: { said } }: Scene<'unknown', 'person_said'>): Moved {
  switch (said.kind) {
    case 'placed':
      return to(lifeOf(said.status), ...topicsOf(record, undefined, said.status))
    case 'not_placed':
      return to({ state: 'not_placed', by: 'person' })
    case 'not_yet_known':
      return to(life)
  }
}

function orderIds(orders: readonly { readonly orderId: string }[]): string {
  return orders.map(({ orderId }) => orderId).join('\n')
}
