import { changeBy, type OutboxPorts, orderLock, tell } from '@orderwright/outbox'
import type { ClientBase, Pool } from 'pg'
import type { BatchLock } from '../locks/create-batch-lock.ts'
import type { PostgresStore } from '../store/create-postgres-store.ts'

const selectLeft = `
(SELECT id FROM orderwright.record
 WHERE NOT finished AND (state = 'submitting' OR (state = 'queued' AND expires_at IS NULL)) LIMIT $2)
UNION
(SELECT id FROM orderwright.record WHERE NOT finished AND state = 'queued' AND expires_at <= $1 LIMIT $2)`

/** So many are settled by one statement. */
const mostAtOnce = 2000

/**
 * Settles what processes left behind that have died, whose locks nobody holds: what was `submitting` becomes `unknown`, what waited too long
 * `not_sent`. Resolves with how many changed.
 */
export async function recoverDead(
  pool: Pool,
  ports: OutboxPorts<ClientBase> & { readonly store: PostgresStore; readonly lock: BatchLock },
): Promise<number> {
  const now = ports.clock.now()
  const { rows } = await pool.query<{ id: string }>(selectLeft, [now, mostAtOnce])
  const free = await ports.lock.takeFree(rows.map(({ id }) => orderLock(id)))
  try {
    const left = rows.map(({ id }) => id).filter(id => free.has(orderLock(id)))
    const steps = await ports.store.updateMany(left, (current, id) =>
      changeBy(current, { id, event: { kind: 'recovered' }, now }),
    )
    tell(ports, steps)
    return steps.filter(({ ok }) => ok).length
  } finally {
    await ports.lock.release([...free])
  }
}
