import type { PaceStore } from '../runner/ports.ts'

/**
 * Creates turns and pauses that one process keeps for itself.
 *
 * @example
 * ```ts
 * const paces = createMemoryPaces()
 * const turn = { intervalMs: 15_000, now: 0, latest: 30_000 }
 * await paces.book('main', turn) // 0
 * await paces.book('main', turn) // 15_000
 * await paces.pause('main', 60_000)
 * await paces.book('main', turn) // 60_000
 * ```
 */
export function createMemoryPaces(): PaceStore {
  const nextAt = new Map<string, number>()
  const pausedUntil = new Map<string, number>()
  return {
    book: async (key, { intervalMs, now, latest }) => {
      const turnAt = Math.max(now, nextAt.get(key) ?? 0, pausedUntil.get(key) ?? 0)
      if (turnAt <= latest) nextAt.set(key, turnAt + intervalMs)
      return turnAt
    },
    pause: async (key, until) => {
      pausedUntil.set(key, Math.max(until, pausedUntil.get(key) ?? 0))
    },
  }
}
