import type { FoundOrder } from '@orderwright/client'
import type { OrderRecord } from '../record/record-schema.ts'
import { isQuantity } from '../resolve/agreement.ts'
import type { TransitionRejection } from '../state-machine/rejection.ts'
import { type Advanced, advance } from './advance.ts'
import { listShared, poolOf } from './pool.ts'
import type { OutboxPorts } from './ports.ts'
import { settleUnderWay } from './recover.ts'
import { openRecord } from './resolve-unknown.ts'

/** What the person has found out about an unknown order. */
export type Answer =
  | { readonly kind: 'placed'; readonly orderId: string }
  | { readonly kind: 'not_placed' }
  | { readonly kind: 'not_yet_known' }

/** Stores what the person says. An order number is checked at the upstream, and must not be another record's. */
export async function answer(ports: OutboxPorts, id: string, said: Answer): Promise<Advanced> {
  const open = await openRecord(ports, id)
  if (!open.ok) return open
  if (said.kind !== 'placed') return await advance(ports, id, { kind: 'person_said', said })
  const { record } = open
  const checked = await checkNumber(ports, record, said.orderId.trim())
  if (!checked.ok) return checked
  const pool = await poolOf(ports, record.accountId)
  // Whatever was on its way as the upstream showed the number may be what it is of.
  await settleUnderWay(ports, pool)
  return await ports.lock.run(pool.locks.numbers, async () => {
    const { status } = checked
    const [owner] = await ownersOf(ports, record, status.orderId)
    if (owner !== undefined) return orderKnown(owner, status.orderId)
    return await advance(ports, id, { kind: 'person_said', said: { kind: 'placed', status } })
  })
}

type Checked =
  | { readonly ok: true; readonly status: FoundOrder }
  | { readonly ok: false; readonly rejection: TransitionRejection }

async function checkNumber(ports: OutboxPorts, record: OrderRecord, orderId: string): Promise<Checked> {
  if (orderId === '') return { ok: false, rejection: { code: 'order_not_found', orderId } }
  const { accountId, confirmed } = record
  const [owner] = await ownersOf(ports, record, orderId)
  if (owner !== undefined) return orderKnown(owner, orderId)
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

/** Lists the other records that have an order's number. */
async function ownersOf(
  ports: OutboxPorts,
  { id, accountId }: OrderRecord,
  orderId: string,
): Promise<readonly OrderRecord[]> {
  const known = await listShared(ports, await poolOf(ports, accountId), { orderIds: [orderId] })
  return known.filter(other => other.id !== id)
}

function orderKnown(owner: OrderRecord, orderId: string): Checked & { readonly ok: false } {
  return { ok: false, rejection: { code: 'order_known', orderId, recordId: owner.id } }
}
