import type { OrderRecord } from '../record/record-schema.ts'
import type { OrderEvent } from '../state-machine/events.ts'
import type { TransitionRejection } from '../state-machine/rejection.ts'
import { type Step, transition } from '../state-machine/transition.ts'
import type { OutboxPorts, RecordChange } from './ports.ts'

export type Advanced =
  | { readonly ok: true; readonly record: OrderRecord }
  | { readonly ok: false; readonly rejection: TransitionRejection }

/**
 * Stores what an event makes of a record, and tells of it. `given` stands in for a record that the store does
 * not have, or of which nothing has been sent.
 */
export async function advance(
  { store, clock, onChange }: OutboxPorts,
  id: string,
  event: OrderEvent,
  given?: OrderRecord,
): Promise<Advanced> {
  const now = clock.now()
  const step = await store.update<Step>(id, current => {
    const record = current === undefined || isWaiting(current) ? (given ?? current) : current
    if (record === undefined)
      return { value: { ok: false, rejection: { code: 'no_such_record', recordId: id } } }
    const value = transition(record, event, now)
    return value.ok ? { store: value.record, value } : { value }
  })
  if (!step.ok) return step
  tell(onChange, step)
  return { ok: true, record: step.record }
}

function tell(onChange: OutboxPorts['onChange'], { record, effects }: RecordChange): void {
  void Promise.resolve().then(() => onChange?.({ record, effects }))
}

/** Nothing has been sent of it yet, and it may still be replaced. */
export function isWaiting({ state }: OrderRecord): boolean {
  return state.name === 'draft' || state.name === 'queued'
}
