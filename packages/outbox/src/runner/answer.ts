import type { FoundOrder } from '@orderwright/client'
import type { OrderRecord } from '../record/record-schema.ts'
import { isQuantity } from '../resolve/agreement.ts'
import type { TransitionRejection } from '../state-machine/rejection.ts'
import { type Advanced, advance } from './advance.ts'
import { listShared } from './aliases.ts'
import type { OutboxPorts } from './ports.ts'
import { withOpenRecord } from './with-open-record.ts'

/** What the person has found out about an unknown order. */
export type Answer =
  | { readonly kind: 'placed'; readonly orderId: string }
  | { readonly kind: 'not_placed' }
  | { readonly kind: 'not_yet_known' }

/** Takes the person's word; a number is checked at the upstream, and must not be another record's. */
export async function answer(ports: OutboxPorts, id: string, said: Answer): Promise<Advanced> {
  return await withOpenRecord(ports, id, async record => {
    if (said.kind !== 'placed') return await advance(ports, id, { kind: 'person_said', said })
    const checked = await checkNumber(ports, record, said.orderId.trim())
    if (!checked.ok) return checked
    return await advance(ports, id, { kind: 'person_said', said: { kind: 'placed', status: checked.status } })
  })
}

type Checked =
  | { readonly ok: true; readonly status: FoundOrder }
  | { readonly ok: false; readonly rejection: TransitionRejection }

async function checkNumber(ports: OutboxPorts, record: OrderRecord, orderId: string): Promise<Checked> {
  if (orderId === '') return { ok: false, rejection: { code: 'order_not_found', orderId } }
  const { id, accountId, confirmed } = record
  const known = await listShared(ports, accountId, { orderIds: [orderId] })
  const owner = known.find(other => other.id !== id)
  if (owner !== undefined) {
    return { ok: false, rejection: { code: 'order_known', orderId, recordId: owner.id } }
  }
  const sender = await ports.senderFor(accountId)
  const [status] = await sender.statuses([orderId])
  if (status?.kind !== 'found') return { ok: false, rejection: { code: 'order_not_found', orderId } }
  const { wantedCount } = status
  if (wantedCount !== undefined && !isQuantity(confirmed.quantity, wantedCount)) {
    const found = wantedCount.toFixed()
    return { ok: false, rejection: { code: 'other_quantity', orderId, ordered: confirmed.quantity, found } }
  }
  return { ok: true, status }
}
