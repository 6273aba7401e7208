import { showNotices } from './show-notices.ts'
import { setTrackingAlarm } from './tracking-alarm.ts'
import { updateBadge } from './update-badge.ts'

/** What waits for its turn. It reads everything when that comes, so whoever calls meanwhile comes along; nothing is lost with it. */
let waiting: Promise<void> | undefined

/**
 * Brings what surrounds the orders up to date with them: the badge, the notifications, the alarm of the next turn.
 * One after the other: what was read earlier must not be set later. Many changes at once share a turn.
 */
export function attend(): Promise<void> {
  // A lock that is free may be given at once, before there is a promise to forget.
  waiting ??= Promise.resolve().then(takeTurn)
  return waiting
}

async function takeTurn(): Promise<void> {
  await navigator.locks.request('attend', async () => {
    waiting = undefined
    await Promise.all([updateBadge(), showNotices(), setTrackingAlarm()])
  })
}
