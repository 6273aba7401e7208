import type { OrderRecord } from '@orderwright/outbox'
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { aliasesOf } from '../accounts/alias-store.ts'
import { coalesce } from '../platform/coalesce.ts'
import { ordersWhere, watchOrders } from './history/order-history.ts'

/** What an account shares with others that name the same upstream and key. */
export interface Shared {
  /** All of these accounts, itself included. */
  readonly aliases: readonly string[]
  /** The orders of the others. */
  readonly others: readonly OrderRecord[]
}

/** Opens the records that the account shares, kept up to date until `end`; empty until they are read. */
export function openSharedRecords(
  accountId: ReadonlySignal<string>,
  end: AbortSignal,
): ReadonlySignal<Shared> {
  const shared = signal<Shared>({ aliases: [], others: [] })
  const read = coalesce(async () => {
    const id = accountId.value
    const aliases = await aliasesOf(id)
    const lists = await Promise.all(
      aliases.filter(alias => alias !== id).map(alias => ordersWhere({ accountIds: [alias] })),
    )
    if (id !== accountId.value) return
    shared.value = { aliases, others: lists.flat().map(({ record }) => record) }
  })
  watchOrders(read, end)
  const stop = effect(() => {
    if (accountId.value !== '') void read()
  })
  end.addEventListener('abort', stop)
  return shared
}
