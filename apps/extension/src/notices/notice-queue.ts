import type { Notice } from './notice.ts'

/** What is to be notified, and the events that have been. */
export interface NoticeQueue {
  readonly waiting: readonly Notice[]
  readonly told: readonly string[]
}

/** An event may come again, as where an upstream goes to and fro; so many are remembered. */
const keptTold = 1000

/** The queue with what is new. An event that waits, or was told before, is not. */
export function withWaiting(queue: NoticeQueue, notices: readonly Notice[]): NoticeQueue {
  const known = new Set([...queue.told, ...queue.waiting.map(({ event }) => event)])
  const fresh = notices.filter(({ event }) => !known.has(event))
  return fresh.length === 0 ? queue : { ...queue, waiting: [...queue.waiting, ...fresh] }
}

/** The queue once these have been told. */
export function withTold({ waiting, told }: NoticeQueue, done: readonly Notice[]): NoticeQueue {
  const events = done.map(({ event }) => event)
  return {
    waiting: waiting.filter(({ event }) => !events.includes(event)),
    told: [...told, ...events].slice(-keptTold),
  }
}
