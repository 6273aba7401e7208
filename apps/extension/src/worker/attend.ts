import { showNotices } from './show-notices.ts'
import { setTrackingAlarm } from './tracking-alarm.ts'
import { updateBadge } from './update-badge.ts'

/**
 * Brings what surrounds the orders up to date with them: the badge, the notifications, the alarm of the next turn.
 * One after the other: what was read earlier must not be set later.
 */
export async function attend(): Promise<void> {
  await navigator.locks.request('attend', async () => {
    await Promise.all([updateBadge(), showNotices(), setTrackingAlarm()])
  })
}
