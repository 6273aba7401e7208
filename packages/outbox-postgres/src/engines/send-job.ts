import type { Outbox } from '@orderwright/outbox'

/** What a job of a queue holds. */
export interface OrderJob {
  /** The id of an accepted order. */
  readonly id: string
}

/**
 * Sends the order of a job; whatever queue delivers the job, and however often, the order is sent once. Rejects if its turn has not come,
 * so that the queue delivers the job again.
 *
 * @example
 * ```ts
 * const outbox = { send: async id => ({ ok: true, record: { id, state: { name: 'accepted', orderId: '77' } } }) }
 * await sendJob(outbox, { id: 'order-1' }) // undefined
 * ```
 */
export async function sendJob(outbox: Pick<Outbox, 'send'>, { id }: OrderJob): Promise<void> {
  const sent = await outbox.send(id)
  if (!sent.ok && sent.rejection.code === 'no_such_record') return
  if (!sent.ok || sent.record.state.name === 'queued')
    throw new Error(`It is not yet the turn of order ${id}.`)
}
