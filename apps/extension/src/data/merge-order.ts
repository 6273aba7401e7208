import type { Life, LifeState, OrderRecord } from '@orderwright/outbox'
import { orderIdOf } from '@orderwright/outbox'
import type { OrderEntry } from '../journal/order-entry.ts'

/**
 * How much each state knows. What was placed is never shown as failed, so it is above all others; what two records know
 * equally well differs in nothing that may be overwritten.
 */
const knowledge = {
  draft: 0,
  intent: 0,
  sending: 1,
  unknown: 2,
  not_placed: 3,
  not_sent: 4,
  rejected: 4,
  accepted: 5,
  tracked: 6,
  final: 7,
} as const satisfies Record<LifeState, number>

/**
 * An order that is here and in a file, under one id: what is known stays known. The entry here is given back itself
 * where the file adds nothing.
 */
export function mergeOrder(here: OrderEntry, there: OrderEntry): OrderEntry {
  const record = mergeRecord(here.record, there.record)
  const isSame = orderIdOf(record) === orderIdOf(there.record)
  const wholeCharge = here.wholeCharge ?? (isSame ? there.wholeCharge : undefined)
  const followUps = isSame ? { ...there.followUps, ...here.followUps } : (here.followUps ?? {})
  const isNew =
    record !== here.record ||
    wholeCharge !== here.wholeCharge ||
    Object.keys(followUps).length > Object.keys(here.followUps ?? {}).length
  if (!isNew) return here
  return {
    record,
    ...(wholeCharge === undefined ? {} : { wholeCharge }),
    ...(Object.keys(followUps).length === 0 ? {} : { followUps }),
  }
}

/**
 * An order that was on its way when the file was written: what became of it, whoever wrote the file may know and
 * the file does not. `now` in milliseconds since 1970.
 */
export function asImported(entry: OrderEntry, now: number): OrderEntry {
  const { record } = entry
  const { state } = record.life
  if (state !== 'draft' && state !== 'intent' && state !== 'sending') return entry
  const life: Life = {
    state: 'unknown',
    reason: { code: 'interrupted' },
    since: now,
    lookAgainAt: now,
    lastLookedUpAt: undefined,
    candidates: [],
    balanceAfter: undefined,
  }
  return { ...entry, record: { ...record, life, sentAt: record.sentAt ?? record.createdAt } }
}

function mergeRecord(here: OrderRecord, there: OrderRecord): OrderRecord {
  if (!knowsMore(here, there)) return here
  const { life, history } = there
  const sentAt = here.sentAt ?? there.sentAt
  const placedAt = here.placedAt ?? there.placedAt
  return { ...here, life, history, sentAt, placedAt }
}

function knowsMore(here: OrderRecord, there: OrderRecord): boolean {
  const [own, other] = [knowledge[here.life.state], knowledge[there.life.state]]
  // On its way here and now: its own ending is still to come.
  if (own <= knowledge.sending) return other >= knowledge.accepted
  const isAnother = own >= knowledge.accepted && orderIdOf(here) !== orderIdOf(there)
  return other > own && !isAnother
}
