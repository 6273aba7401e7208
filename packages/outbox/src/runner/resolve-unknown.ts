import { matchListedOrders } from '../resolve/match-listed-orders.ts'
import { type Advanced, advance } from './advance.ts'
import { aliasesOf } from './aliases.ts'
import { lookUpLock } from './lock-names.ts'
import type { OutboxPorts } from './ports.ts'
import { othersOf, readListing } from './read-listing.ts'
import { withOpenRecord } from './with-open-record.ts'

/**
 * Finds out what became of an unknown order, as far as its upstream tells: from its orders, or if it lists
 * none, by noting its balance for the person to compare. The upstream is read while only look-ups wait, so that neither
 * the person's own answer nor another order does. What was sent or answered meanwhile is accounted for
 * once the lock is held again.
 */
export async function resolveUnknown(ports: OutboxPorts, id: string): Promise<Advanced> {
  const { accountId } = (await ports.store.get(id)) ?? {}
  if (accountId === undefined) return { ok: false, rejection: { code: 'no_such_record', recordId: id } }
  const [first = accountId] = await aliasesOf(ports, accountId)
  return await ports.lock.run(lookUpLock(first), () => read(ports, id))
}

async function read(ports: OutboxPorts, id: string): Promise<Advanced> {
  const open = await withOpenRecord(ports, id, async record => ({ ok: true, record }))
  if (!open.ok) return open
  const sender = await ports.senderFor(open.record.accountId)
  if (!sender.capabilities.canListOrders) {
    const { amount } = await sender.balance()
    return await withOpenRecord(ports, id, () => advance(ports, id, { kind: 'balance_seen', amount }))
  }
  const { settleMs, toleranceMs } = ports
  const startedAt = ports.clock.now()
  const { listed, isWhole } = await readListing(ports, sender, open.record)
  return await withOpenRecord(ports, id, async record => {
    const others = await othersOf(ports, record, listed)
    const result = matchListedOrders(record, listed, { others, startedAt, isWhole, settleMs, toleranceMs })
    return await advance(ports, id, { kind: 'looked_up', startedAt, result })
  })
}
