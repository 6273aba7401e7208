import type { Outbox, RecordChange } from '@orderwright/outbox'
import { isLookUpDue } from './is-look-up-due.ts'
import { keepAlive } from './keep-alive.ts'
import { notifyChange } from './notify-change.ts'

/** What follows from every change of an order's life, once it is stored. The screens watch the journal itself. */
export function onOrderChange(change: RecordChange, outbox: Outbox): void {
  const { record } = change
  void notifyChange(change)
  if (isLookUpDue(record, Date.now())) void keepAlive(() => outbox.lookUp(record.id)).catch(notThisTime)
}

/** An upstream that cannot be asked now is asked when a screen opens, or when the time has come. */
function notThisTime(): void {
  // Nothing has changed: the order is as unknown as before.
}
