import type { OrderRecord } from '@orderwright/outbox'
import { currencyName } from '../format/money.ts'

/** Whether two amounts may be compared. One whose currency was not known is taken for the other's: that counts too much rather than too little. */
export function isOneCurrency(left: string, right: string): boolean {
  return left === '' || right === '' || currencyName(left) === currencyName(right)
}

/** The orders whose amounts are in a currency. */
export function recordsIn(currency: string, records: readonly OrderRecord[]): readonly OrderRecord[] {
  return records.filter(({ confirmed }) => isOneCurrency(confirmed.currency ?? '', currency))
}
