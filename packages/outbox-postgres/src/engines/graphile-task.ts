import type { Outbox } from '@orderwright/outbox'
import { sendJob } from './send-job.ts'

/**
 * Returns a task for graphile-worker that sends the order of a job `{ id }`. Add the job in the transaction that accepts the order:
 * `SELECT graphile_worker.add_job('send_order', json_build_object('id', $1))`.
 *
 * @example
 * ```ts
 * const outbox = { send: async id => ({ ok: true, record: { id, state: { name: 'accepted', orderId: '77' } } }) }
 * const taskList = { send_order: graphileTask(outbox) }
 * await taskList.send_order({ id: 'order-1' }) // undefined
 * ```
 */
export function graphileTask(outbox: Pick<Outbox, 'send'>): (payload: unknown) => Promise<void> {
  return async payload => {
    const id = typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined
    if (typeof id !== 'string') throw new TypeError('graphileTask: a job must be { id }, the id of an order')
    await sendJob(outbox, { id })
  }
}
