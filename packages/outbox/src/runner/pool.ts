import type { OrderRecord } from '../record/record-schema.ts'
import type { OrderFilter, OutboxPorts } from './ports.ts'

/**
 * Returns the name of the lock that is held from the first word of an order to its outcome: whoever holds it is at work on that
 * order, and alive. Locks are taken in this order alone: an order's, a poll's, a look-up's, an order's that was on its way, the check's,
 * a pool's. A worker that sends orders in batches of its own holds theirs, from before they are `submitting` until what became of
 * them is stored.
 *
 * @example
 * ```ts
 * orderLock('form-1') // 'outbox order form-1'
 * ```
 */
export function orderLock(id: string): string {
  return `outbox order ${id}`
}

/** Held while the caller's own check judges an order: no other one that is checked slips in between. */
export const checkLock = 'outbox check'

/** The locks of one pool: of its look-ups, which read its listing one at a time, and of its numbers, which are shared out one at a time. */
export interface PoolLocks {
  readonly lookUp: string
  readonly numbers: string
}

/** The accounts whose orders show in one listing, in one order for all of them. */
export interface Pool {
  readonly accountIds: readonly string[]
  /** The same for all of them. */
  readonly name: string
  readonly locks: PoolLocks
}

/** Returns the pool of an account, which is by itself if the ports know of none. */
export async function poolOf({ poolOf: ask }: Pick<OutboxPorts, 'poolOf'>, accountId: string): Promise<Pool> {
  const others = ask === undefined ? [] : await ask(accountId)
  const accountIds = [...new Set([accountId, ...others])].toSorted()
  const [name = accountId] = accountIds
  return { accountIds, name, locks: { lookUp: `outbox look-up ${name}`, numbers: `outbox numbers ${name}` } }
}

/** Lists what fits of all accounts of a pool. */
export async function listShared(
  { store }: Pick<OutboxPorts, 'store'>,
  { accountIds }: Pool,
  filter: Omit<OrderFilter, 'accountIds'>,
): Promise<readonly OrderRecord[]> {
  return await store.list({ ...filter, accountIds })
}
