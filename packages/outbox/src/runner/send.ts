import type { Outcome } from '@orderwright/client'
import type { OrderRecord } from '../record/record-schema.ts'
import { advance } from './advance.ts'
import type { OutboxPorts, Sender } from './ports.ts'

/**
 * Gives an order to its upstream if it is still queued, and never twice: only the one update
 * that makes it `submitting` leads to `add`, and it is durable before the request leaves. If the outcome cannot
 * be stored, the record stays `submitting`, and is found as such later.
 */
export async function send(ports: OutboxPorts, id: string, sender: Sender): Promise<OrderRecord> {
  const started = await advance(ports, id, { kind: 'send_started' })
  if (!started.ok) return await stored(ports, id)
  let outcome: Outcome
  try {
    outcome = await sender.add(started.record.order)
  } catch (error) {
    await advance(ports, id, { kind: 'ended', outcome: unexpected }, started.record)
    throw error
  }
  // Somebody may have removed the record meanwhile; an order that was sent is not forgotten by that.
  const ended = await advance(ports, id, { kind: 'ended', outcome }, started.record)
  return ended.ok ? ended.record : await stored(ports, id)
}

/** `add` resolves with an outcome whatever happens: if it throws, nobody knows how far it came. */
const unexpected: Outcome = {
  kind: 'unknown',
  code: 'unexpected',
  reason: 'The request ended in an unexpected way.',
  httpStatus: undefined,
}

async function stored({ store }: OutboxPorts, id: string): Promise<OrderRecord> {
  const record = await store.get(id)
  if (record === undefined) throw new Error(`The store lost record ${id} while its order was handled.`)
  return record
}
