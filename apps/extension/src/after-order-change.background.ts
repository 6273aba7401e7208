import { dueEffects, type OrderRecord, type Outbox, type RecordChange } from '@orderwright/outbox'
import { updateBadge } from './notifications/badge.background.ts'
import { queueNotifications, showNotifications } from './notifications/notify.background.ts'
import { keepAlive } from './platform/keep-alive.ts'
import { setPollAlarm } from './polling/alarm.background.ts'

/** Does what follows each stored change of an order's state. Screens watch the order history themselves. */
export function afterOrderChange(change: RecordChange, outbox: Outbox): void {
  const { record } = change
  void notifyChange(change)
  if (isLookUpDue(record, Date.now())) void keepAlive(() => outbox.lookUp(record.id)).catch(notThisTime)
}

/** Does nothing: an upstream that cannot be asked now is asked when a screen opens, or when the alarm rings. */
function notThisTime(): void {
  // Nothing has changed: the order is as unknown as before.
}

/** Notifies the person of a change as their settings say, and sets the alarm anew. */
async function notifyChange(change: RecordChange): Promise<void> {
  const { name } = change.record.state
  // While an order is on its way there is nothing to notify of or to poll yet.
  if (name === 'queued' || name === 'submitting') return
  await queueNotifications(change)
  // Statuses come many at once: whoever asked for them refreshes after all are stored, so that they are notified of together.
  if (name !== 'open' && name !== 'closed') await refreshIndicators()
}

/**
 * Returns whether an upstream may know at `now`, in milliseconds since 1970, what became of an unknown order: by its
 * list of orders from the time on that the outbox names, or by its balance if that was not read yet.
 */
function isLookUpDue(record: OrderRecord, now: number): boolean {
  const { state } = record
  if (state.name !== 'unknown') return false
  if (!record.canListOrders) return state.balanceAfter === undefined
  return dueEffects(record, now).some(effect => effect.kind === 'look_up' && effect.notBefore <= now)
}

/** The refresh that is waiting. It reads everything when it starts, so calls made until then share it. */
let waiting: Promise<void> | undefined

/**
 * Brings what surrounds the orders up to date with them: the badge, the notifications, the alarm of the next turn.
 * One after the other: what was read earlier must not be set later. Many changes at once share a turn.
 */
export function refreshIndicators(): Promise<void> {
  // A lock that is free may be given at once, before there is a promise to forget.
  waiting ??= Promise.resolve().then(takeTurn)
  return waiting
}

async function takeTurn(): Promise<void> {
  await navigator.locks.request('refresh-indicators', async () => {
    waiting = undefined
    await Promise.all([updateBadge(), showNotifications(), setPollAlarm()])
  })
}
