import type { Outcome } from '@orderwright/client'
import type { OrderRecord } from '../record/record-schema.ts'
import type { OrderEvent } from '../state-machine/events.ts'
import { type Advanced, advance } from './advance.ts'
import { inTurn, type Work } from './pace.ts'
import { orderLock, poolOf } from './pool.ts'
import type { OutboxPorts, Sender } from './ports.ts'
import { settleDead } from './recover.ts'

/**
 * Sends an accepted order, once, whoever calls it and however often; resolves with its record as it is then. One that is still
 * `queued` was not sent: its upstream asked to be left alone, or the outbox is drained.
 */
export async function send(ports: OutboxPorts, work: Work, id: string): Promise<Advanced> {
  const record = await ports.store.get(id)
  if (record === undefined) return { ok: false, rejection: { code: 'no_such_record', recordId: id } }
  if (record.state.name !== 'queued' && record.state.name !== 'submitting') return { ok: true, record }
  const sender = await ports.senderFor(record.accountId)
  return await ports.lock.run(orderLock(id), async () => {
    if (record.state.name === 'submitting') await settleDead(ports, id)
    return { ok: true, record: await submit(ports, work, record, sender) }
  })
}

/**
 * Gives an order to its upstream if it is still queued, and never twice: only the one change
 * that makes it `submitting` leads to `add`, and it is durable before the request leaves. If the outcome cannot
 * be stored, the record stays `submitting`, and is found as such later. Its lock is held here.
 */
export async function submit(
  ports: OutboxPorts,
  work: Work,
  { id, accountId }: Pick<OrderRecord, 'id' | 'accountId'>,
  sender: Sender,
): Promise<OrderRecord> {
  return await inTurn(ports, work, accountId, async maySend => {
    const started = maySend ? await advance(ports, id, { kind: 'send_started' }) : undefined
    if (started?.ok !== true || started.record.state.name !== 'submitting') return await stored(ports, id)
    const { record } = started
    let outcome: Outcome
    try {
      outcome = await sender.add(record.order)
    } catch (error) {
      await advance(ports, id, { kind: 'ended', outcome: unexpectedOutcome }, record)
      throw error
    }
    const { event, pauseMs } = afterSending(outcome, record)
    if (pauseMs !== undefined) await pause(ports, accountId, pauseMs)
    // Somebody may have removed the record meanwhile; an order that was sent is not forgotten by that.
    const ended = await advance(ports, id, event, record)
    return ended.ok ? ended.record : await stored(ports, id)
  })
}

/** The outcome of an `add` that threw, though it resolves whatever happens: nobody knows how far it came. */
export const unexpectedOutcome: Outcome = {
  kind: 'unknown',
  code: 'unexpected',
  reason: 'The request ended in an unexpected way.',
  httpStatus: undefined,
}

/** What follows from the outcome of a request. */
export interface AfterSending {
  readonly event: OrderEvent
  /** How long the upstream is left alone, in milliseconds. */
  readonly pauseMs: number | undefined
}

/**
 * Returns what is to be stored once a request has ended. That an upstream took nothing because too many orders came at once (HTTP 429)
 * sends an order back to the queue that can wait; one that a person waits for is rejected instead, in the upstream's own words.
 *
 * @example
 * ```ts
 * const busy = { kind: 'rejected', httpStatus: 429, messages: [], retryAfterMs: 5000 }
 * afterSending(busy, { expiresAt: 1_800_000_000_000 }) // { event: { kind: 'postponed' }, pauseMs: 5000 }
 * afterSending(busy, {}).event.kind // 'ended'
 * ```
 */
export function afterSending(outcome: Outcome, { expiresAt }: Pick<OrderRecord, 'expiresAt'>): AfterSending {
  if (outcome.kind !== 'rejected' || outcome.httpStatus !== 429 || expiresAt === undefined) {
    return { event: { kind: 'ended', outcome }, pauseMs: undefined }
  }
  const pauseMs = Math.min(mostPauseMs, outcome.retryAfterMs ?? defaultPauseMs)
  return { event: { kind: 'postponed' }, pauseMs }
}

/** How long an upstream is left alone that does not say how long it wants to be. */
const defaultPauseMs = 60_000

const mostPauseMs = 86_400_000

async function pause(ports: OutboxPorts, accountId: string, pauseMs: number): Promise<void> {
  const { pacing, clock } = ports
  if (pacing === undefined) return
  const { key } = await pacing.paceOf(accountId)
  const name = key ?? (await poolOf(ports, accountId)).name
  await pacing.store.pause(name, clock.now() + pauseMs)
}

async function stored({ store }: OutboxPorts, id: string): Promise<OrderRecord> {
  const record = await store.get(id)
  if (record === undefined) throw new Error(`The store lost record ${id} while its order was handled.`)
  return record
}
