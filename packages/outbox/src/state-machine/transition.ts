import { wholeChargeOf } from '../record/final-amounts.ts'
import { withEntry } from '../record/record.ts'
import {
  type OrderRecord,
  type OrderState,
  type OrderStateName,
  type OrderStates,
  placedStates,
} from '../record/record-schema.ts'
import { toStorable } from '../record/storable.ts'
import { dueAtOf } from './due-at.ts'
import { dueEffects, type Effect } from './effects.ts'
import type { EventKind, Events, OrderEvent } from './events.ts'
import type { Handler, TransitionResult } from './handler.ts'
import type { TransitionRejection } from './rejection.ts'
import { type Row, table } from './table.ts'

export type Step =
  | { readonly ok: true; readonly record: OrderRecord; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly rejection: TransitionRejection }

/**
 * Returns the record after an event, with what is to be done now; or why the event changes nothing. Pure and total: no
 * event throws, in whatever order they come. `now` is in milliseconds since 1970.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const step = transition(draft, { kind: 'confirmed' }, 0)
 * step.record.state // { name: 'queued' }
 * step.effects // [{ kind: 'send' }]
 * transition(step.record, { kind: 'confirmed' }, 0) // { ok: false, rejection: { code: 'already_confirmed' } }
 * ```
 */
export function transition(record: OrderRecord, told: OrderEvent, now: number): Step {
  const event = toStorable(told)
  const moved = move(record.state.name, event.kind, record.state, event, record, now)
  if (!moved.ok) return moved
  const wholeCharge = wholeChargeOf(record, moved.state)
  const { dueAt, ...before } = record
  const changed: OrderRecord = {
    ...before,
    ...(wholeCharge === record.wholeCharge ? {} : { wholeCharge }),
    state: moved.state,
    // A request that came back as not taken was never given to anybody.
    sentAt:
      event.kind === 'postponed'
        ? undefined
        : (record.sentAt ?? (moved.state.name === 'submitting' ? now : undefined)),
    placedAt: record.placedAt ?? (placedStates.includes(moved.state.name) ? now : undefined),
    history: isQuiet(record.state, event, moved.state)
      ? record.history
      : withEntry(record.history, {
          at: now,
          event: event.kind,
          state: moved.state.name,
          detail: detailOf(event),
        }),
  }
  const dueNext = dueAtOf(changed, now)
  const next = dueNext === undefined ? changed : { ...changed, dueAt: dueNext }
  const notices = moved.topics.map(topic => ({ kind: 'notify', topic }) as const)
  return { ok: true, record: next, effects: [...dueEffects(next, now), ...notices] }
}

function move<S extends OrderStateName, E extends EventKind>(
  name: S,
  kind: E,
  state: OrderStates[S],
  event: Events[E],
  record: OrderRecord,
  now: number,
): TransitionResult {
  const row: Row<S> = table[name]
  const cell: Handler<S, E> = row[kind]
  return cell({ record, state, event, now })
}

/** Returns whether a change is left out of the history: progress and balances come by the hundred. */
function isQuiet(before: OrderState, { kind }: OrderEvent, after: OrderState): boolean {
  if (kind === 'balance_seen') return true
  return (
    kind === 'status_seen' &&
    'status' in before &&
    'status' in after &&
    before.status.state === after.status.state &&
    before.status.charge === after.status.charge &&
    before.status.refund === after.status.refund
  )
}

function detailOf(event: OrderEvent): string | undefined {
  switch (event.kind) {
    case 'ended':
      return event.outcome.kind === 'accepted' ? event.outcome.orderId : event.outcome.kind
    case 'looked_up':
      return event.result.kind === 'found' ? event.result.order.orderId : event.result.kind
    case 'person_said':
      return event.said.kind === 'placed' ? event.said.status.orderId : event.said.kind
    case 'status_seen':
      return event.status.state
    default:
      return undefined
  }
}
