import type { FoundOrder } from '@orderwright/client'
import { type Decimal, isChargedDifferently } from '@orderwright/core'
import { finalAmounts } from '../record/final-amounts.ts'
import type { OrderRecord } from '../record/record.ts'
import type { Life } from '../record/record-schema.ts'
import type { Topic } from '../state-machine/effects.ts'
import { type Moved, type Scene, to } from '../state-machine/handler.ts'

type Placed = 'accepted' | 'tracked' | 'final'

/** The life of an order whose status is known. */
export function lifeOf(status: FoundOrder): Life {
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
export function topicsOf(
  record: OrderRecord,
  before: FoundOrder | undefined,
  after: FoundOrder,
): readonly Topic[] {
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
