import { counterChanges } from '../limits/counters.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import type { OrderEvent } from '../state-machine/events.ts'
import type { TransitionRejection } from '../state-machine/rejection.ts'
import { type Step, transition } from '../state-machine/transition.ts'
import type { Change, OutboxPorts, RecordChange } from './ports.ts'

export type Advanced =
  | { readonly ok: true; readonly record: OrderRecord }
  | { readonly ok: false; readonly rejection: TransitionRejection }

/**
 * Stores what an event makes of a record, with its effects and what it counts for, and tells of it. `given` stands in for a record
 * that the store does not have any more.
 */
export async function advance(
  ports: OutboxPorts,
  id: string,
  event: OrderEvent,
  given?: OrderRecord,
): Promise<Advanced> {
  const now = ports.clock.now()
  const step = await ports.store.update(id, current => changeBy(current ?? given, { id, event, now }))
  tell(ports, [step])
  return step.ok ? { ok: true, record: step.record } : step
}

/** Stores what events make of records, in one call of the store; the steps in the order of the ids. */
export async function advanceMany(
  ports: OutboxPorts,
  events: ReadonlyMap<string, OrderEvent>,
): Promise<readonly Step[]> {
  if (events.size === 0) return []
  const now = ports.clock.now()
  const steps = await ports.store.updateMany([...events.keys()], (current, id) => {
    const event = events.get(id)
    return event === undefined ? { value: missing(id) } : changeBy(current, { id, event, now })
  })
  tell(ports, steps)
  return steps
}

/** An event as it is to be stored: `now` is in milliseconds since 1970. */
export interface Happening {
  readonly id: string
  readonly event: OrderEvent
  readonly now: number
}

/**
 * Returns what to store of a record after an event, with its effects and what it counts for: for workers that store many changes at
 * once. `current` is what the store has under the id.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const queued = changeBy(draft, { id: 'form-1', event: { kind: 'confirmed' }, now: 0 }).store
 * const change = changeBy(queued, { id: 'form-1', event: { kind: 'send_started' }, now: 0 })
 * change.store.state // { name: 'submitting' }
 * changeBy(undefined, { id: 'form-1', event: { kind: 'recovered' }, now: 0 }).value.rejection.code // 'no_such_record'
 * ```
 */
export function changeBy(record: OrderRecord | undefined, { id, event, now }: Happening): Change<Step> {
  if (record === undefined) return { value: missing(id) }
  const step = transition(record, event, now)
  if (!step.ok) return { value: step }
  const { effects } = step
  return { store: step.record, effects, counters: counterChanges(record, step.record), value: step }
}

function missing(id: string): Step {
  return { ok: false, rejection: { code: 'no_such_record', recordId: id } }
}

/**
 * Tells the listener what was stored, in a task of its own, so that what the listener throws ends nothing: for workers that store many
 * changes at once.
 *
 * @example
 * ```ts
 * const told = []
 * tell({ onChange: ({ record }) => told.push(record.id) }, [{ ok: true, record: { id: 'form-1' }, effects: [] }])
 * await Promise.resolve()
 * told // ['form-1']
 * ```
 */
export function tell(
  { onChange, onListenerError }: Pick<OutboxPorts, 'onChange' | 'onListenerError'>,
  steps: readonly Step[],
): void {
  const changes = steps.filter(step => step.ok)
  if (onChange === undefined || changes.length === 0) return
  for (const { record, effects } of changes) {
    const change: RecordChange = { record, effects }
    Promise.resolve()
      .then(() => onChange(change))
      .catch((error: unknown) => onListenerError?.(error))
  }
}
