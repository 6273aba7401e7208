import { dueEffects, type OrderRecord } from '@orderwright/outbox'

/**
 * Whether an upstream has something new to tell of an unknown order at `now`, in milliseconds since 1970: its list of
 * orders, not before the time that the outbox names, or its balance, where nobody has looked yet.
 */
export function isLookUpDue(record: OrderRecord, now: number): boolean {
  const { life } = record
  if (life.state !== 'unknown') return false
  if (!record.canListOrders) return life.balanceAfter === undefined
  return dueEffects(record, now).some(effect => effect.kind === 'look_up' && effect.notBefore <= now)
}
