import type { OrderRecord } from '../record/record-schema.ts'
import { advance } from './advance.ts'
import { listShared, orderLock, type Pool } from './pool.ts'
import type { OutboxPorts } from './ports.ts'

/** So many records are settled side by side. */
const pageSize = 200

/** Settles the records that dead processes left behind, and returns those that changed. */
export async function recover(ports: OutboxPorts): Promise<readonly OrderRecord[]> {
  const recovered: OrderRecord[] = []
  const now = ports.clock.now()
  let after: string | undefined
  while (true) {
    const page = await ports.store.list({
      states: ['queued', 'submitting'],
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    })
    const left = page.filter(record => !isWaiting(record, now))
    for (const record of await Promise.all(left.map(({ id }) => recoverOne(ports, id)))) {
      if (record !== undefined) recovered.push(record)
    }
    after = page.at(-1)?.id
    if (page.length < pageSize) return recovered
  }
}

/** Returns whether a record waits for any sender, whatever has died. */
function isWaiting({ state, expiresAt }: OrderRecord, now: number): boolean {
  return state.name === 'queued' && expiresAt !== undefined && now < expiresAt
}

/** Settles a record that nobody is at work on any more; resolves with it if it changed. */
export async function recoverOne(ports: OutboxPorts, id: string): Promise<OrderRecord | undefined> {
  return await ports.lock.tryRun(orderLock(id), () => settleDead(ports, id))
}

/**
 * Waits for the requests of a pool that are under way now, and settles those whose process has died. Orders that are sent later need
 * not be waited for: they cannot be among those that the upstream has shown already.
 */
export async function settleUnderWay(ports: OutboxPorts, pool: Pool): Promise<void> {
  const underWay = await listShared(ports, pool, { states: ['submitting'] })
  await Promise.all(underWay.map(({ id }) => ports.lock.run(orderLock(id), () => settleDead(ports, id))))
}

/** Settles a record. Its lock is held here, so that nobody can be sending it. */
export async function settleDead(ports: OutboxPorts, id: string): Promise<OrderRecord | undefined> {
  const step = await advance(ports, id, { kind: 'recovered' })
  return step.ok ? step.record : undefined
}
