import type { OrderRecord } from '../record/record-schema.ts'
import { createMatcher } from '../resolve/match-listed-orders.ts'
import type { OrderEvent } from '../state-machine/events.ts'
import { whyNotAgain } from '../state-machine/next-try.ts'
import type { Step } from '../state-machine/transition.ts'
import { type Advanced, advanceMany } from './advance.ts'
import { listShared, orderLock, type Pool, poolOf } from './pool.ts'
import type { OutboxPorts } from './ports.ts'
import { othersOf, readListing } from './read-listing.ts'
import { recoverOne, settleDead, settleUnderWay } from './recover.ts'

/**
 * Finds out what became of an unknown order, as far as its upstream tells. Look-ups of one pool take turns: whoever waits may find
 * that there is nothing left to read for. Neither the person's own answer nor another order waits for one.
 */
export async function resolveUnknown(ports: OutboxPorts, id: string): Promise<Advanced> {
  const { accountId } = (await ports.store.get(id)) ?? {}
  if (accountId === undefined) return missing(id)
  const pool = await poolOf(ports, accountId)
  return await ports.lock.run(pool.locks.lookUp, async () => {
    const open = await openRecord(ports, id)
    if (!open.ok) return open
    const [step] = await resolveAmong(ports, pool, accountId, [open.record])
    return step?.ok === true ? { ok: true, record: step.record } : (step ?? missing(id))
  })
}

/** Finds out what became of all unknown orders of an account's pool, by one listing; returns the records that changed. */
export async function resolveAll(ports: OutboxPorts, accountId: string): Promise<readonly OrderRecord[]> {
  const pool = await poolOf(ports, accountId)
  return await ports.lock.run(pool.locks.lookUp, async () => {
    for (const { id } of await listShared(ports, pool, { states: ['submitting'] }))
      await recoverOne(ports, id)
    const unknown = await listShared(ports, pool, { states: ['unknown'] })
    const steps = await resolveAmong(ports, pool, accountId, unknown)
    return steps.flatMap(step => (step.ok ? [step.record] : []))
  })
}

/** Resolves records whose outcome is open to doubt: from the upstream's orders, or, if it lists none, by noting the balance. */
export async function resolveAmong(
  ports: OutboxPorts,
  pool: Pool,
  accountId: string,
  sought: readonly OrderRecord[],
): Promise<readonly Step[]> {
  if (sought.length === 0) return []
  const sender = await ports.senderFor(accountId)
  if (!sender.capabilities.canListOrders) {
    const { amount } = await sender.balance()
    return await advanceMany(
      ports,
      eventFor(sought, () => ({ kind: 'balance_seen', amount })),
    )
  }
  const { settleMs, toleranceMs } = ports
  const startedAt = ports.clock.now()
  const { listed, isWhole } = await readListing(ports, sender, pool, sought)
  await settleUnderWay(ports, pool)
  return await ports.lock.run(pool.locks.numbers, async () => {
    const others = await othersOf(ports, pool, listed)
    const match = createMatcher(listed, { others, startedAt, isWhole, settleMs, toleranceMs })
    const results = new Map(sought.map(record => [record.id, match(record)]))
    const found = [...results.values()].flatMap(result =>
      result.kind === 'found' ? result.order.orderId : [],
    )
    return await advanceMany(
      ports,
      eventFor(sought, ({ id }) => {
        const result = results.get(id) ?? { kind: 'incomplete', read: 0 }
        const isShared =
          result.kind === 'found' &&
          found.indexOf(result.order.orderId) !== found.lastIndexOf(result.order.orderId)
        // Two cannot be one.
        const told = isShared ? ({ kind: 'ambiguous', candidates: [result.order] } as const) : result
        return { kind: 'looked_up', startedAt, result: told }
      }),
    )
  })
}

function eventFor(
  records: readonly OrderRecord[],
  event: (record: OrderRecord) => OrderEvent,
): ReadonlyMap<string, OrderEvent> {
  return new Map(records.map(record => [record.id, event(record)]))
}

/**
 * Returns a record whose outcome is open to doubt, once nothing of it is on its way; or, if its state leaves no doubt, the reason why
 * there is nothing to find out.
 */
export async function openRecord(ports: OutboxPorts, id: string): Promise<Advanced> {
  const before = await ports.store.get(id)
  if (before === undefined) return missing(id)
  const isUnderWay = before.state.name === 'submitting'
  if (isUnderWay) await ports.lock.run(orderLock(id), () => settleDead(ports, id))
  const record = isUnderWay ? await ports.store.get(id) : before
  if (record === undefined) return missing(id)
  switch (record.state.name) {
    case 'unknown':
    case 'not_placed':
      return { ok: true, record }
    case 'draft':
    case 'queued':
      return { ok: false, rejection: { code: 'nothing_was_sent' } }
    default:
      return { ok: false, rejection: whyNotAgain(record) ?? { code: 'is_over' } }
  }
}

function missing(id: string): Advanced & { readonly ok: false } {
  return { ok: false, rejection: { code: 'no_such_record', recordId: id } }
}
