import type { OrderRecord } from '../record/record-schema.ts'
import { advance } from './advance.ts'
import { listShared } from './aliases.ts'
import { orderLock } from './lock-names.ts'
import type { OutboxPorts } from './ports.ts'

/** Settles what was left behind by what has died, and gives the records that it changed. */
export async function recover(ports: OutboxPorts): Promise<readonly OrderRecord[]> {
  const left = await ports.store.list({ states: ['queued', 'submitting'] })
  const recovered = await Promise.all(left.map(({ id }) => recoverOne(ports, id)))
  return recovered.flatMap(record => record ?? [])
}

/** Settles a record that nobody is at work on any more; resolves with it if it changed. */
export async function recoverOne(ports: OutboxPorts, id: string): Promise<OrderRecord | undefined> {
  return await ports.lock.tryRun(orderLock(id), () => settleDead(ports, id))
}

/** Settles what an account is submitting, while its lock is held by somebody else than the sender: that one is dead. */
export async function recoverSending(ports: OutboxPorts, accountId: string): Promise<void> {
  const left = await listShared(ports, accountId, { states: ['submitting'] })
  await Promise.all(left.map(({ id }) => settleDead(ports, id)))
}

/** Settles a record. Its lock or its account's is held here, so that nobody can be sending it. */
export async function settleDead(ports: OutboxPorts, id: string): Promise<OrderRecord | undefined> {
  const step = await advance(ports, id, { kind: 'recovered' })
  return step.ok ? step.record : undefined
}
