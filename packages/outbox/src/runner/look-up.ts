import { matchListedOrders } from '../look-up/match-listed-orders.ts'
import { type Advanced, advance } from './advance.ts'
import type { OutboxPorts } from './ports.ts'
import { readListing } from './read-listing.ts'
import { withOpenRecord } from './with-open-record.ts'

/**
 * Finds out what became of an unknown order, as far as its upstream tells: from its orders, or where it lists
 * none, by noting its balance for the person to weigh.
 */
export async function lookUp(ports: OutboxPorts, id: string): Promise<Advanced> {
  return await withOpenRecord(ports, id, async record => {
    const sender = await ports.senderFor(record.accountId)
    if (!sender.capabilities.canListOrders) {
      const { amount } = await sender.balance()
      return await advance(ports, id, { kind: 'balance_seen', amount })
    }
    const { settleMs, toleranceMs } = ports
    const startedAt = ports.clock.now()
    const { listed, others } = await readListing(ports, sender, record)
    const result = matchListedOrders(record, listed, { others, settleMs, toleranceMs })
    return await advance(ports, id, { kind: 'looked_up', startedAt, result })
  })
}
