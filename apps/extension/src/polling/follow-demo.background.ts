import type { RecordChange } from '@orderwright/outbox'
import { demoAccountId } from '../accounts/demo-account.ts'
import { orderStore } from '../orders/history/order-store.ts'
import { keepAlive } from '../platform/keep-alive.ts'
import { pollAccount } from './poll-account.background.ts'

/** Often enough that the delivery is seen to move, in milliseconds. */
const everyMs = 2_000

/** Of this worker: one follows all orders of the demo. */
let isFollowing = false

/**
 * Polls the demo provider until its orders are over, which is within a minute: nobody is troubled by being asked, and
 * whoever tries the demo watches. The alarm takes over if the worker dies meanwhile.
 */
export function followDemo({ record }: Pick<RecordChange, 'record'>): void {
  if (record.accountId !== demoAccountId || record.state.name !== 'accepted' || isFollowing) return
  isFollowing = true
  void keepAlive(follow)
    .catch(nextTime)
    .finally(() => {
      isFollowing = false
    })
}

async function follow(): Promise<void> {
  const accountIds = [demoAccountId]
  while ((await orderStore.list({ accountIds, states: ['accepted', 'open'] })).length > 0) {
    await new Promise(resolve => setTimeout(resolve, everyMs))
    await pollAccount(demoAccountId, 'wanted')
  }
}

function nextTime(): void {
  // The account was removed, or the disk is full: a screen that opens asks again, and so does the alarm.
}
