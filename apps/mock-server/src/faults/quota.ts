import type { Clock } from '../clock/clock.ts'
import { durationMs } from '../clock/duration.ts'
import type { FaultSettings } from './settings.ts'

export interface Quota {
  /** Counts a request of an account; how long until there is room again, 0 if it is let through. */
  count(account: string | undefined): number
}

/** Windows of fixed length on the server's clock, each begun by the first request after the one before. */
export function createQuota({ limit = 10, window = '1m' }: FaultSettings, clock: Clock): Quota {
  const windowMs = durationMs(window, 'window')
  const windows = new Map<string | undefined, { endsAt: number; count: number }>()
  return {
    count(account) {
      const now = clock.now()
      let current = windows.get(account)
      if (current === undefined || now >= current.endsAt) {
        current = { endsAt: now + windowMs, count: 0 }
        windows.set(account, current)
      }
      current.count += 1
      return current.count > limit ? current.endsAt - now : 0
    },
  }
}
