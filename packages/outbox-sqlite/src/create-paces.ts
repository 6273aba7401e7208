import type { DatabaseSync } from 'node:sqlite'
import type { PaceStore } from '@orderwright/outbox'
import type { Transactions } from './transactions.ts'

/** Returns turns and pauses that outlive the process. */
export function createPaces(database: DatabaseSync, transactions: Transactions): PaceStore {
  const one = database.prepare('SELECT next_at, paused_until FROM pace WHERE key = ?')
  const book = database.prepare(
    'INSERT INTO pace (key, next_at, paused_until) VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET next_at = excluded.next_at',
  )
  const pause = database.prepare(
    'INSERT INTO pace (key, next_at, paused_until) VALUES (?, 0, ?) ON CONFLICT DO UPDATE SET paused_until = max(paused_until, excluded.paused_until)',
  )
  const turnOf = (key: string, now: number): number => {
    const { next_at: nextAt = 0, paused_until: pausedUntil = 0 } = one.get(key) ?? {}
    return Math.max(now, Number(nextAt), Number(pausedUntil))
  }
  return {
    book: async (key, { intervalMs, now, latest }) => {
      // Without an interval there is nothing to book, and nothing to write.
      if (intervalMs === 0) return turnOf(key, now)
      return await transactions.atomic(() => {
        const turnAt = turnOf(key, now)
        if (turnAt <= latest) book.run(key, turnAt + intervalMs)
        return turnAt
      })
    },
    pause: async (key, until) => {
      await transactions.atomic(() => pause.run(key, until))
    },
  }
}
