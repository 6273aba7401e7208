import type { FoundOrder, Outcome } from '@orderwright/client'
import { type Decimal, isChargedDifferently } from '@orderwright/core'
import { finalAmounts } from '../record/final-amounts.ts'
import type { OrderRecord } from '../record/record.ts'
import type { Life, Lives, UnknownReason } from '../record/record-schema.ts'
import type { Topic } from './effects.ts'
import { type Moved, refuse, type Scene, to } from './handler.ts'

export function confirm(): Moved {
  return to({ state: 'intent' })
}

export function startSending(): Moved {
  return to({ state: 'sending' })
}

/** `sending` is stored before anything leaves, so that an intent proves that nothing has. */
export function dropIntent(): Moved {
  return to({ state: 'not_sent', reason: { code: 'interrupted' } }, 'not_sent')
}

export function loseSight({ now }: Scene<'sending', 'recovered'>): Moved {
  return to(unknown({ code: 'interrupted' }, now), 'unknown')
}

export function end({ event: { ending }, now }: Scene<'sending', 'ended'>): Moved {
  if (ending.kind !== 'unknown') return to(settled(ending), topics[ending.kind])
  const { reason: text, httpStatus } = ending
  return to(unknown({ code: 'no_answer', text, httpStatus }, now), 'unknown')
}

/** A readable answer improves on not knowing, however late. */
export function endLate({ event: { ending } }: Scene<'unknown', 'ended'>): Moved {
  return ending.kind === 'unknown' ? refuse('nothing_new')() : to(settled(ending), topics[ending.kind])
}

type SettledEnding = Exclude<Outcome, { readonly kind: 'unknown' }>

const topics = { accepted: 'placed', rejected: 'rejected', not_sent: 'not_sent' } as const satisfies Record<
  SettledEnding['kind'],
  string
>

/** The life after an answer that leaves nothing open. */
function settled(ending: SettledEnding): Life {
  switch (ending.kind) {
    case 'accepted':
      return { state: 'accepted', orderId: ending.orderId }
    case 'rejected':
      return { state: 'rejected', messages: ending.messages, httpStatus: ending.httpStatus }
    case 'not_sent':
      return { state: 'not_sent', reason: { code: 'no_connection', text: ending.reason } }
  }
}

function unknown(reason: UnknownReason, now: number): Lives['unknown'] {
  return {
    state: 'unknown',
    reason,
    since: now,
    lookAgainAt: now,
    lastLookedUpAt: undefined,
    candidates: [],
    balanceAfter: undefined,
  }
}

type Placed = 'accepted' | 'tracked' | 'final'

/** The life of an order whose status is known. */
function lifeOf(status: FoundOrder): Life {
  return { state: status.isFinal ? 'final' : 'tracked', orderId: status.orderId, status }
}

/** A refund may follow a completion, so that what is final takes a status too. */
export function see({ record, life, event: { status } }: Scene<Placed, 'status_seen'>): Moved {
  if (status.orderId !== life.orderId) {
    return { ok: false, hindrance: { code: 'other_order', orderId: status.orderId } }
  }
  const isKnown = life.state !== 'accepted' && JSON.stringify(life.status) === JSON.stringify(status)
  if (isKnown) return { ok: false, hindrance: { code: 'nothing_new' } }
  return to(lifeOf(status), ...topicsOf(record, life.state === 'accepted' ? undefined : life.status, status))
}

/**
 * The answer to this very request came after the order had been found by other means. It is the better witness:
 * with another number, that is the one.
 */
export function hearAgain({ life, event: { ending } }: Scene<Placed, 'ended'>): Moved {
  if (ending.kind === 'accepted' && ending.orderId !== life.orderId) {
    return to({ state: 'accepted', orderId: ending.orderId }, 'renumbered')
  }
  return alreadyPlaced({ life })
}

export function alreadyPlaced({ life }: Pick<Scene<Placed, 'ended'>, 'life'>): Moved {
  return { ok: false, hindrance: { code: 'already_placed', orderId: life.orderId } }
}

/** What is new in a status. */
function topicsOf(record: OrderRecord, before: FoundOrder | undefined, after: FoundOrder): readonly Topic[] {
  const topics = new Set<Topic>()
  if (before?.state !== after.state) {
    for (const topic of notable) if (topic === after.state) topics.add(topic)
  }
  if (isGivenBack(record, before, after)) topics.add('refunded')
  if (!differs(record, before) && differs(record, after)) topics.add('charged_differently')
  return [...topics]
}

const notable = ['completed', 'partial', 'canceled', 'refunded', 'stopped', 'error'] as const

/** More than before; what comes with an early end is told with that, but for a refund that is named. */
function isGivenBack(record: OrderRecord, before: FoundOrder | undefined, after: FoundOrder): boolean {
  if (after.state === 'canceled') return false
  if (after.refund === undefined && before?.state !== after.state) return false
  return givenBack(record, before).lt(givenBack(record, after))
}

function givenBack(record: OrderRecord, status: FoundOrder | undefined): Decimal {
  const life = status === undefined ? record.life : lifeOf(status)
  return finalAmounts({ ...record, life }).givenBack
}

function differs({ confirmed }: OrderRecord, status: FoundOrder | undefined): boolean {
  return status !== undefined && isChargedDifferently(confirmed, status)
}

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
