import { createHash } from 'node:crypto'
import { type OrderRecord, type OrderStateName, orderIdOf, signatureOf } from '@orderwright/outbox'

/** A record as it was read, with what tells whether it has changed since. */
export interface StoredRow {
  readonly id: string
  readonly finished: boolean
  /** Counts its changes; 0 is what is not stored yet. */
  readonly version: number
  readonly record: OrderRecord
}

const finalStates: readonly OrderStateName[] = ['closed', 'rejected', 'not_sent', 'not_placed']

/** The states of which no record is ever finished. */
export const liveStates: readonly OrderStateName[] = ['queued', 'submitting', 'unknown', 'accepted', 'open']

/** Returns the columns of a record: what it is found by. */
export function columnsOf(record: OrderRecord): object {
  const { id, accountId, state, dueAt, expiresAt } = record
  return {
    id,
    finished: dueAt === undefined && finalStates.includes(state.name),
    account_id: accountId,
    state: state.name,
    order_id: orderIdOf(record),
    signature: hashOf(signatureOf(record)).toString('hex'),
    due_at: dueAt,
    expires_at: expiresAt,
    record,
  }
}

/** Returns a hash of a text of any length, which an index can hold. */
export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
