import type { RecordChange } from '@orderwright/outbox'
import { attend } from './attend.ts'
import { queueNotices } from './queue-notices.ts'

/** Tells the person of a change, as far as they want to know, and lets the alarm follow from it. */
export async function notifyChange(change: RecordChange): Promise<void> {
  const { state } = change.record.life
  // Not while an order is on its way: nothing of it is to be told or followed yet.
  if (state === 'intent' || state === 'sending') return
  await queueNotices(change)
  await attend()
}
