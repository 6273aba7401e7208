import { isChargedDifferently } from '@orderwright/core'
import { dueEffects, finalAmounts, type OrderRecord } from '@orderwright/outbox'

/** States that nobody hoped for: news until the person has seen them. */
const unhoped: readonly string[] = ['partial', 'canceled', 'refunded', 'stopped', 'error']

/** What there is to see of an order, each under a name that changes with it. */
export function newsNames(record: OrderRecord): readonly string[] {
  const { life } = record
  switch (life.state) {
    case 'rejected':
    case 'not_sent':
      return [life.state]
    case 'not_placed':
      return life.by === 'look_up' ? [life.state] : []
    case 'tracked':
    case 'final': {
      const { state, charge } = life.status
      const { givenBack } = finalAmounts(record)
      return [
        ...(unhoped.includes(state) ? [state] : []),
        ...(givenBack.isZero() ? [] : [`refund ${givenBack.toFixed()}`]),
        ...(isChargedDifferently(record.confirmed, life.status) ? [`charge ${charge}`] : []),
      ]
    }
    default:
      return []
  }
}

/**
 * Whether an order is for the person to look at: only they can tell what became of it, which stays so until they
 * do, or there is news that they have not seen.
 */
export function needsAttention(record: OrderRecord, seen: readonly string[]): boolean {
  if (dueEffects(record).some(({ kind }) => kind === 'ask')) return true
  return newsNames(record).some(news => !seen.includes(news))
}
