import type { ListedOrder, Upstream } from '@orderwright/client'
import { findPossibleDuplicates, type OrderRecord } from '@orderwright/outbox'
import { aliasesOf } from '../../accounts/alias-store.ts'
import { ownValue } from '../../platform/own-value.ts'
import { orderStore } from '../history/order-store.ts'
import { possibleDuplicatesItem, type StoredDuplicate } from './possible-duplicates.ts'

/** What one request brings. */
const pageSize = 500

/**
 * Reads the newest orders of an upstream that lists them, for what no question about a known order tells: one that the
 * history does not have and that looks like a duplicate.
 */
export async function scanForDuplicates(accountId: string, upstream: Upstream): Promise<void> {
  const records = await sharedRecords(accountId)
  // An unknown order may be there under a number that is not known yet.
  const isInDoubt = records.some(({ state }) => ['queued', 'submitting', 'unknown'].includes(state.name))
  if (!upstream.capabilities.canListOrders || isInDoubt) return
  const listed = await newest(upstream)
  // An order may have been placed while the list was on its way.
  const duplicates = findPossibleDuplicates(await sharedRecords(accountId), listed)
  const found = duplicates.map(({ order, record }) => ({ orderId: order.orderId, recordId: record.id }))
  const before = ownValue(await possibleDuplicatesItem.get(), accountId) ?? []
  if (found.length === 0 && before.length === 0) return
  await possibleDuplicatesItem.update(all => ({
    ...all,
    [accountId]: withKnown(found, ownValue(all, accountId) ?? []),
  }))
}

/** Accounts of the same upstream and key have one list there: what one has ordered is no double of another's. */
async function sharedRecords(accountId: string): Promise<readonly OrderRecord[]> {
  const ids = await aliasesOf(accountId)
  return await orderStore.list({ accountIds: ids })
}

async function newest(upstream: Upstream): Promise<readonly ListedOrder[]> {
  const listed: ListedOrder[] = []
  for await (const order of upstream.orders()) {
    listed.push(order)
    if (listed.length === pageSize) break
  }
  return listed
}

function withKnown(
  found: readonly Omit<StoredDuplicate, 'isKnown'>[],
  before: readonly StoredDuplicate[],
): readonly StoredDuplicate[] {
  const known = new Set(before.filter(({ isKnown }) => isKnown).map(({ orderId }) => orderId))
  return found.map(duplicate => ({ ...duplicate, isKnown: known.has(duplicate.orderId) }))
}
