import { Decimal } from '@orderwright/core'
import { type OrderRecord, spentOf } from '@orderwright/outbox'
import { recordsIn } from './one-currency.ts'
import { startOfDay } from './start-of-day.ts'

/** Decimal strings, in the account's currency. What may have been placed counts as if it were. */
export interface Spent {
  readonly today: string
  readonly inAll: string
}

/** What has been spent through an account, as its limits count it. */
export function spentThrough(accountId: string, { records, currency, now }: SpentContext): Spent {
  const own = recordsIn(currency, records).filter(record => record.accountId === accountId)
  const dayStart = startOfDay(now)
  const today = own.filter(({ sentAt, createdAt }) => (sentAt ?? createdAt) >= dayStart)
  return { today: sum(today), inAll: sum(own) }
}

interface SpentContext {
  readonly records: readonly OrderRecord[]
  /** Blank where it is not known. */
  readonly currency: string
  /** Milliseconds since 1970. */
  readonly now: number
}

function sum(records: readonly OrderRecord[]): string {
  return records.reduce((total, record) => total.plus(spentOf(record)), new Decimal(0)).toFixed()
}
