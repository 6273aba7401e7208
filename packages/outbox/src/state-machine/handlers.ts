import { next, reject, type TransitionContext, type TransitionResult } from './handler.ts'
import { settled, stateOf, topics, topicsOf, unknown } from './next-state.ts'

export function queue(): TransitionResult {
  return next({ name: 'queued' })
}

export function startSubmitting(): TransitionResult {
  return next({ name: 'submitting' })
}

/** `submitting` is stored before anything leaves, so that `queued` proves that nothing has. */
export function cancelQueued(): TransitionResult {
  return next({ name: 'not_sent', reason: { code: 'interrupted' } }, 'not_sent')
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
  state,
  event: { status },
}: TransitionContext<Placed, 'status_seen'>): TransitionResult {
  if (status.orderId !== state.orderId) {
    return { ok: false, rejection: { code: 'other_order', orderId: status.orderId } }
  }
  const isKnown = state.name !== 'accepted' && JSON.stringify(state.status) === JSON.stringify(status)
  if (isKnown) return { ok: false, rejection: { code: 'nothing_new' } }
  return next(
    stateOf(status),
    ...topicsOf(record, state.name === 'accepted' ? undefined : state.status, status),
  )
}

/**
 * The answer to this very request came after the order had been found by other means. It is the better witness:
 * with another number, that is the one.
 */
export function applyRepeatedOutcome({
  state,
  event: { ending },
}: TransitionContext<Placed, 'ended'>): TransitionResult {
  if (ending.kind === 'accepted' && ending.orderId !== state.orderId) {
    return next({ name: 'accepted', orderId: ending.orderId }, 'renumbered')
  }
  return alreadyPlaced({ state })
}

export function alreadyPlaced({
  state,
}: Pick<TransitionContext<Placed, 'ended'>, 'state'>): TransitionResult {
  return { ok: false, rejection: { code: 'already_placed', orderId: state.orderId } }
}

/** A listing that is too long to be read whole is not read again and again. */
const readAgainMs = 3_600_000

/**
 * Nothing there is believed only where the look-up began after a slow server must have stored the order; until
 * then it says no more than that the order has not been seen yet.
 */
export function applyResolution({
  record,
  state,
  event,
  now,
}: TransitionContext<'unknown', 'looked_up'>): TransitionResult {
  const { result, startedAt } = event
  switch (result.kind) {
    case 'found':
      return next(stateOf(result.order), 'found', ...topicsOf(record, undefined, result.order))
    case 'ambiguous': {
      const isNew = orderIds(result.candidates) !== orderIds(state.candidates)
      const looked = { ...state, lastLookedUpAt: now, candidates: result.candidates, readInPart: undefined }
      return isNew ? next(looked, 'choose') : next(looked)
    }
    case 'absent':
      return startedAt >= result.settlesAt
        ? next({ name: 'not_placed', by: 'look_up' }, 'not_found')
        : next({
            ...state,
            // A clock that was set back since: it has ended by now.
            since: Math.min(state.since, startedAt),
            lastLookedUpAt: now,
            lookAgainAt: result.settlesAt,
            candidates: [],
            readInPart: undefined,
          })
    case 'incomplete':
      return next({
        ...state,
        lastLookedUpAt: now,
        lookAgainAt: now + readAgainMs,
        candidates: [],
        readInPart: result.read,
      })
  }
}

export function applyBalance({
  state,
  event: { amount },
}: TransitionContext<'unknown', 'balance_seen'>): TransitionResult {
  return next({ ...state, balanceAfter: amount })
}

export function applyAnswer({
  record,
  state,
  event: { said },
}: TransitionContext<'unknown', 'person_said'>): TransitionResult {
  switch (said.kind) {
    case 'placed':
      return next(stateOf(said.status), ...topicsOf(record, undefined, said.status))
    case 'not_placed':
      return next({ name: 'not_placed', by: 'person' })
    case 'not_yet_known':
      return next(state)
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
