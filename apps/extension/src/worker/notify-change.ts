import type { RecordChange } from '@orderwright/outbox'
import { attend } from './attend.ts'
import { queueNotices } from './queue-notices.ts'

/** Tells the person of a change, as far as they want to know, and lets the alarm follow from it. */
export async function notifyChange(change: RecordChange): Promise<void> {
  await queueNotices(change)
  await attend()
}
