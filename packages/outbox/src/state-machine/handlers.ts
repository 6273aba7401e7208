import type { OrderRecord } from '../record/record-schema.ts'
import { next, reject, type TransitionContext, type TransitionResult } from './handler.ts'
import { settled, stateOf, topics, topicsOf, unknown } from './next-state.ts'

export function queue(): TransitionResult {
  return next({ name: 'queued' })
}

export function startSubmitting({
  record,
  now,
}: TransitionContext<'queued', 'send_started'>): TransitionResult {
  return isExpired(record, now) ? expire() : next({ name: 'submitting' })
}

/** Puts an order back into the queue, which is right only if the upstream has said for certain that it took nothing. */
export function postpone(): TransitionResult {
  return next({ name: 'queued' })
}

/**
 * Ends a queued order that nobody will send any more: `submitting` is stored before anything leaves, so that `queued` proves that
 * nothing has. One that was accepted waits for another sender until it expires.
 */
export function cancelQueued({ record, now }: TransitionContext<'queued', 'recovered'>): TransitionResult {
  if (record.expiresAt === undefined) {
    return next({ name: 'not_sent', reason: { code: 'interrupted' } }, 'not_sent')
  }
  return isExpired(record, now) ? expire() : reject('nothing_to_recover')()
}

function isExpired({ expiresAt }: OrderRecord, now: number): boolean {
  return expiresAt !== undefined && now >= expiresAt
}

function expire(): TransitionResult {
  return next({ name: 'not_sent', reason: { code: 'expired' } }, 'not_sent')
}

export function markUnknown({ now }: TransitionContext<'submitting', 'recovered'>): TransitionResult {
  return next(unknown({ code: 'interrupted' }, now), 'unknown')
}

export function applyOutcome({
  event: { outcome },
  now,
}: TransitionContext<'submitting', 'ended'>): TransitionResult {
  if (outcome.kind !== 'unknown') return next(settled(outcome), topics[outcome.kind])
  const { code: cause, httpStatus } = outcome
  return next(unknown({ code: 'no_answer', cause, httpStatus }, now), 'unknown')
}

/** Takes a late outcome: a readable answer improves on not knowing. */
export function applyLateOutcome({
  event: { outcome },
}: TransitionContext<'unknown', 'ended'>): TransitionResult {
  return outcome.kind === 'unknown' ? reject('nothing_new')() : next(settled(outcome), topics[outcome.kind])
}

type Placed = 'accepted' | 'open' | 'closed'

/** Takes a status. A refund may follow a completion, so that a closed order takes one too. */
export function applyStatus({
  record,
  state,
  event: { status },
}: TransitionContext<Placed, 'status_seen'>): TransitionResult {
  if (status.orderId !== state.orderId) {
    return { ok: false, rejection: { code: 'other_order', orderId: status.orderId } }
  }
  const isKnown = state.name !== 'accepted' && isSame(state.status, status)
  if (isKnown) return { ok: false, rejection: { code: 'nothing_new' } }
  return next(
    stateOf(status),
    ...topicsOf(record, state.name === 'accepted' ? undefined : state.status, status),
  )
}

/** Returns whether two statuses say the same: stores change the order of fields, and leave out what is undefined. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return left === right
  }
  const known = new Map(toldBy(left))
  const told = toldBy(right)
  return told.length === known.size && told.every(([name, value]) => isSame(known.get(name), value))
}

function toldBy(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined)
}

/**
 * Takes the answer to this very request, after the order had been found by other means. It is the better witness:
 * with another number, that is the one.
 */
export function applyRepeatedOutcome({
  state,
  event: { outcome },
}: TransitionContext<Placed, 'ended'>): TransitionResult {
  if (outcome.kind === 'accepted' && outcome.orderId !== state.orderId) {
    return next({ name: 'accepted', orderId: outcome.orderId }, 'renumbered')
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
 * Takes what a look-up found. That the order is not there is believed only if the look-up began after a slow server must have stored the order; until
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

/** Takes a late outcome. An order that the upstream says it took is never shown as failed, whatever was thought before. */
export function applyOutcomeAfterAll({
  event: { outcome },
}: TransitionContext<Over, 'ended'>): TransitionResult {
  return outcome.kind === 'accepted' ? next(settled(outcome), 'placed_after_all') : reject('nothing_new')()
}

/** Takes a late outcome: an answer to the request itself is worth more than having found nothing. */
export function applyOutcomeAfterNotPlaced({
  event: { outcome },
}: TransitionContext<'not_placed', 'ended'>): TransitionResult {
  if (outcome.kind === 'unknown') return reject('nothing_new')()
  return outcome.kind === 'accepted' ? next(settled(outcome), 'placed_after_all') : next(settled(outcome))
}

export function applyResolutionAfterAll({
  record,
  event: { result },
}: TransitionContext<'not_placed', 'looked_up'>): TransitionResult {
  if (result.kind !== 'found') return reject('nothing_new')()
  return next(stateOf(result.order), 'placed_after_all', ...topicsOf(record, undefined, result.order))
}

/** Takes a second answer: the person may find the order after having said that there was none. */
export function correctAnswer({
  record,
  event: { said },
}: TransitionContext<'not_placed', 'person_said'>): TransitionResult {
  if (said.kind !== 'placed') return reject('nothing_new')()
  return next(stateOf(said.status), ...topicsOf(record, undefined, said.status))
}
