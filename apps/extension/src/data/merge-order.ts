import type { OrderEntry } from '../outbox/order-entry.ts'
import type { OrderLife } from '../outbox/order-life.ts'

/** How much each life knows. What two entries know equally well differs in nothing that may be overwritten. */
const knowledge = {
  intent: 0,
  sending: 1,
  unknown: 2,
  closed: 3,
  not_sent: 4,
  rejected: 4,
  accepted: 4,
} as const satisfies Record<OrderLife['kind'], number>

/**
 * An order that is here and in a file, under one token: what is known stays known. The entry here is given back
 * itself where the file adds nothing.
 */
export function mergeOrder(here: OrderEntry, there: OrderEntry): OrderEntry {
  const life = mergeLife(here.life, there.life)
  return life === here.life ? here : { ...here, life }
}

/**
 * An order that was on its way when the file was written: what became of it, whoever wrote the file may know and
 * the file does not.
 */
export function asImported(entry: OrderEntry): OrderEntry {
  const { kind } = entry.life
  if (kind !== 'intent' && kind !== 'sending') return entry
  const reason = 'It was on its way when the file that it comes from was made.'
  return { ...entry, life: { kind: 'unknown', reason, search: undefined } }
}

function mergeLife(here: OrderLife, there: OrderLife): OrderLife {
  if (here.kind === 'accepted' && there.kind === 'accepted') return mergeAccepted(here, there)
  // On its way here and now: its own ending is still to come.
  if (here.kind === 'intent' || here.kind === 'sending') {
    return knowledge[there.kind] === knowledge.accepted ? there : here
  }
  return knowledge[there.kind] > knowledge[here.kind] ? there : here
}

type Accepted = Extract<OrderLife, { kind: 'accepted' }>

function mergeAccepted(here: Accepted, there: Accepted): Accepted {
  if (here.orderId !== there.orderId) return here
  const isFurther =
    there.status !== undefined &&
    (here.status === undefined || (there.status.isFinal && !here.status.isFinal))
  const charge = here.charge ?? there.charge
  const followUps = { ...there.followUps, ...here.followUps }
  const merged: Accepted = {
    ...here,
    ...(isFurther ? { status: there.status } : {}),
    ...(charge === undefined ? {} : { charge }),
    ...(Object.keys(followUps).length === 0 ? {} : { followUps }),
  }
  const isNew =
    isFurther ||
    merged.charge !== here.charge ||
    Object.keys(followUps).length > Object.keys(here.followUps ?? {}).length
  return isNew ? merged : here
}
