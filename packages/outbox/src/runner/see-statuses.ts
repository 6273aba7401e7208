import type { FoundOrder, OrderStatus } from '@orderwright/client'
import { orderIdOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { advanceMany } from './advance.ts'
import type { OutboxPorts } from './ports.ts'

/** Files statuses with the records that they are of, in one call of the store, and returns the records that changed by it. */
export async function seeStatuses(
  ports: OutboxPorts,
  accountId: string,
  statuses: readonly OrderStatus[],
): Promise<readonly OrderRecord[]> {
  const byId = new Map(statuses.filter(isFound).map(status => [status.orderId, status]))
  if (byId.size === 0) return []
  const records = await ports.store.list({ accountIds: [accountId], orderIds: [...byId.keys()] })
  const events = records.flatMap(record => {
    const status = byId.get(orderIdOf(record) ?? '')
    return status === undefined ? [] : [[record.id, { kind: 'status_seen', status }] as const]
  })
  const steps = await advanceMany(ports, new Map(events))
  return steps.flatMap(step => (step.ok ? [step.record] : []))
}

function isFound(status: OrderStatus): status is FoundOrder {
  return status.kind === 'found'
}
