import { isChargedDifferently } from '@orderwright/core'
import { dueEffects, finalAmounts, type OrderRecord } from '@orderwright/outbox'
import type { OrderEntry } from '../orders/history/order-entry.ts'
import { ownValue } from '../platform/own-value.ts'
import type { SeenChanges } from './seen-changes.ts'

/** States that nobody hoped for: the badge counts them until the person has seen them. */
const unhoped: readonly string[] = ['partial', 'canceled', 'refunded', 'stopped', 'error']

/** Returns the names of an order's changes that a person should see. A name changes with what it stands for. */
export function changeNames(record: OrderRecord): readonly string[] {
  const { state } = record
  switch (state.name) {
    case 'rejected':
    case 'not_sent':
      return [state.name]
    case 'not_placed':
      return state.by === 'look_up' ? [state.name] : []
    case 'open':
    case 'closed': {
      const { status } = state
      const { givenBack } = finalAmounts(record)
      return [
        ...(unhoped.includes(status.state) ? [status.state] : []),
        ...(givenBack.isZero() ? [] : [`refund ${givenBack.toFixed()}`]),
        ...(isChargedDifferently(record.confirmed, status) ? [`charge ${status.charge}`] : []),
      ]
    }
    default:
      return []
  }
}

/**
 * Returns whether an order needs the person: only they can say what became of it, or it has changes that they have not
 * seen.
 */
export function countsOnBadge(record: OrderRecord, seen: readonly string[]): boolean {
  if (dueEffects(record).some(({ kind }) => kind === 'ask')) return true
  return changeNames(record).some(name => !seen.includes(name))
}

/** Returns how many orders of each account need the person, by its id. Accounts without any are left out. */
export function badgeCounts(entries: readonly OrderEntry[], seen: SeenChanges): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { record } of entries) {
    if (!countsOnBadge(record, ownValue(seen, record.id) ?? [])) continue
    counts.set(record.accountId, (counts.get(record.accountId) ?? 0) + 1)
  }
  return counts
}
