import type { FoundOrder, OrderStatus } from '@orderwright/client'
import { orderIdOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { advance } from './advance.ts'
import type { OutboxPorts } from './ports.ts'

/** Files statuses with the records that they are of, and gives the records that changed by it. */
export async function seeStatuses(
  ports: OutboxPorts,
  accountId: string,
  statuses: readonly OrderStatus[],
): Promise<readonly OrderRecord[]> {
  const byId = new Map(statuses.filter(isFound).map(status => [status.orderId, status]))
  const records = await ports.store.list({ accountId, orderIds: [...byId.keys()] })
  const steps = await Promise.all(
    records.map(async record => {
      const status = byId.get(orderIdOf(record) ?? '')
      return status && (await advance(ports, record.id, { kind: 'status_seen', status }))
    }),
  )
  return steps.flatMap(step => (step?.ok ? step.record : []))
}

function isFound(status: OrderStatus): status is FoundOrder {
  return status.kind === 'found'
}
