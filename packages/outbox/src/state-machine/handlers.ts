import { next, reject, type TransitionContext, type TransitionResult } from './handler.ts'
import { settled, stateOf, topics, topicsOf, unknown } from './next-state.ts'

export function queue(): TransitionResult {
  return next({ state: 'queued' })
}

export function startSubmitting(): TransitionResult {
  return next({ state: 'submitting' })
}

/** `submitting` is stored before anything leaves, so that `queued` proves that nothing has. */
export function cancelQueued(): TransitionResult {
  return next({ state: 'not_sent', reason: { code: 'interrupted' } }, 'not_sent')
}

export function markUnknown({ now }: TransitionContext<'submitting', 'recovered'>): TransitionResult {
  return next(unknown({ code: 'interrupted' }, now), 'unknown')
}

export function applyOutcome({
  event: { ending },
  now,
}: TransitionContext<'submitting', 'ended'>): TransitionResult {
  if (ending.kind !== 'unknown') return next(settled(ending), topics[ending.kind])
  const { reason: text, httpStatus } = ending
  return next(unknown({ code: 'no_answer', text, httpStatus }, now), 'unknown')
}

/** A readable answer improves on not knowing, however late. */
export function applyLateOutcome({
  event: { ending },
}: TransitionContext<'unknown', 'ended'>): TransitionResult {
  return ending.kind === 'unknown' ? reject('nothing_new')() : next(settled(ending), topics[ending.kind])
}

type Placed = 'accepted' | 'open' | 'closed'

/** A refund may follow a completion, so that what is final takes a status too. */
export function applyStatus({
  record,
  life,
  event: { status },
}: TransitionContext<Placed, 'status_seen'>): TransitionResult {
  if (status.orderId !== life.orderId) {
    return { ok: false, rejection: { code: 'other_order', orderId: status.orderId } }
  }
  const isKnown = life.state !== 'accepted' && JSON.stringify(life.status) === JSON.stringify(status)
  if (isKnown) return { ok: false, rejection: { code: 'nothing_new' } }
  return next(
    stateOf(status),
    ...topicsOf(record, life.state === 'accepted' ? undefined : life.status, status),
  )
}

/**
 * The answer to this very request came after the order had been found by other means. It is the better witness:
 * with another number, that is the one.
 */
export function applyRepeatedOutcome({
  life,
  event: { ending },
}: TransitionContext<Placed, 'ended'>): TransitionResult {
  if (ending.kind === 'accepted' && ending.orderId !== life.orderId) {
    return next({ state: 'accepted', orderId: ending.orderId }, 'renumbered')
  }
  return alreadyPlaced({ life })
}

export function alreadyPlaced({ life }: Pick<TransitionContext<Placed, 'ended'>, 'life'>): TransitionResult {
  return { ok: false, rejection: { code: 'already_placed', orderId: life.orderId } }
}

/** A listing that is too long to be read whole is not read again and again. */
const readAgainMs = 3_600_000

/**
 * Nothing there is believed only where the look-up began after a slow server must have stored the order; until
 * then it says no more than that the order has not been seen yet.
 */
export function applyResolution({
  record,
  life,
  event,
  now,
}: TransitionContext<'unknown', 'looked_up'>): TransitionResult {
  const { result, startedAt } = event
  switch (result.kind) {
    case 'found':
      return next(stateOf(result.order), 'found', ...topicsOf(record, undefined, result.order))
    case 'ambiguous': {
      const isNew = orderIds(result.candidates) !== orderIds(life.candidates)
      const looked = { ...life, lastLookedUpAt: now, candidates: result.candidates, readInPart: undefined }
      return isNew ? next(looked, 'choose') : next(looked)
    }
    case 'absent':
      return startedAt >= result.settlesAt
        ? next({ state: 'not_placed', by: 'look_up' }, 'not_found')
        : next({
            ...life,
            // A clock that was set back since: it has ended by now.
            since: Math.min(life.since, startedAt),
            lastLookedUpAt: now,
            lookAgainAt: result.settlesAt,
            candidates: [],
            readInPart: undefined,
          })
    case 'incomplete':
      return next({
        ...life,
        lastLookedUpAt: now,
        lookAgainAt: now + readAgainMs,
        candidates: [],
        readInPart: result.read,
      })
  }
}

export function applyBalance({
  life,
  event: { amount },
}: TransitionContext<'unknown', 'balance_seen'>): TransitionResult {
  return next({ ...life, balanceAfter: amount })
}

export function applyAnswer({
  record,
  life,
  event: { said },
}: TransitionContext<'unknown', 'person_said'>): TransitionResult {
  switch (said.kind) {
    case 'placed':
      return next(stateOf(said.status), ...topicsOf(record, undefined, said.status))
    case 'not_placed':
      return next({ state: 'not_placed', by: 'person' })
    case 'not_yet_known':
      return next(life)
  }
}

function orderIds(orders: readonly { readonly orderId: string }[]): string {
  return orders.map(({ orderId }) => orderId).join('\n')
}

type Over = 'rejected' | 'not_sent' | 'not_placed'

/** An order that the upstream says it took is never shown as failed, whatever was thought before. */
export function applyOutcomeAfterAll({
  event: { ending },
}: TransitionContext<Over, 'ended'>): TransitionResult {
  return ending.kind === 'accepted' ? next(settled(ending), 'placed_after_all') : reject('nothing_new')()
}

/** An answer to the request itself is worth more than having found nothing. */
export function applyOutcomeAfterNotPlaced({
  event: { ending },
}: TransitionContext<'not_placed', 'ended'>): TransitionResult {
  if (ending.kind === 'unknown') return reject('nothing_new')()
  return ending.kind === 'accepted' ? next(settled(ending), 'placed_after_all') : next(settled(ending))
}

export function applyResolutionAfterAll({
  record,
  event: { result },
}: TransitionContext<'not_placed', 'looked_up'>): TransitionResult {
  if (result.kind !== 'found') return reject('nothing_new')()
  return next(stateOf(result.order), 'placed_after_all', ...topicsOf(record, undefined, result.order))
}

/** The person may find the order after having said that there was none. */
export function correctAnswer({
  record,
  event: { said },
}: TransitionContext<'not_placed', 'person_said'>): TransitionResult {
  if (said.kind !== 'placed') return reject('nothing_new')()
  return next(stateOf(said.status), ...topicsOf(record, undefined, said.status))
}
