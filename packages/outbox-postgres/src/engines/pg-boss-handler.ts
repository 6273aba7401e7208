import type { Outbox } from '@orderwright/outbox'
import { type OrderJob, sendJob } from './send-job.ts'

/**
 * Returns a handler for pg-boss that sends the orders of a batch of jobs `{ id }`: `boss.work('orders', { batchSize: 16 }, handler)`. If
 * one of them has to come again, all of the batch does, which sends nothing twice.
 *
 * @example
 * ```ts
 * const outbox = { send: async id => ({ ok: true, record: { id, state: { name: 'accepted', orderId: '77' } } }) }
 * const handler = pgBossHandler(outbox)
 * await handler([{ data: { id: 'order-1' } }, { data: { id: 'order-2' } }]) // undefined
 * ```
 */
export function pgBossHandler(
  outbox: Pick<Outbox, 'send'>,
): (jobs: readonly { readonly data: OrderJob }[]) => Promise<void> {
  return async jobs => {
    await Promise.all(jobs.map(({ data }) => sendJob(outbox, data)))
  }
}
