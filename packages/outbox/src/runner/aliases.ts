import type { OrderRecord } from '../record/record-schema.ts'
import { accountLock } from './lock-names.ts'
import type { OrderFilter, OutboxPorts } from './ports.ts'

/** Returns the accounts that name the same upstream and key as one of them, itself included, in one order for all. */
export async function aliasesOf(
  { aliasesOf: ask }: Pick<OutboxPorts, 'aliasesOf'>,
  accountId: string,
): Promise<readonly string[]> {
  const others = ask === undefined ? [] : await ask(accountId)
  return [...new Set([accountId, ...others])].toSorted()
}

/** Lists what fits of all of them: their orders are one list at the upstream. */
export async function listShared(
  ports: OutboxPorts,
  accountId: string,
  filter: Omit<OrderFilter, 'accountId'>,
): Promise<readonly OrderRecord[]> {
  const ids = await aliasesOf(ports, accountId)
  return (await Promise.all(ids.map(id => ports.store.list({ ...filter, accountId: id })))).flat()
}

/** Returns the name of the lock that they share. */
export async function sharedLock(ports: OutboxPorts, accountId: string): Promise<string> {
  const [first = accountId] = await aliasesOf(ports, accountId)
  return accountLock(first)
}
