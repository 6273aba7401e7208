import { type OrderRecord, spentBy } from '@orderwright/outbox'
import { recordsIn } from './one-currency.ts'
import { startOfDay } from './start-of-day.ts'

/** Decimal strings, in the account's currency. What may have been placed counts as if it were. */
export interface Spent {
  readonly today: string
  readonly inAll: string
}

/** What has been spent through some accounts that name the same upstream and key, as their limits count it. */
export function spentThrough(accountIds: readonly string[], { records, currency, now }: SpentContext): Spent {
  const own = recordsIn(currency, records).filter(({ accountId }) => accountIds.includes(accountId))
  const { today, inAll } = spentBy(own, startOfDay(now))
  return { today: today.toFixed(), inAll: inAll.toFixed() }
}

interface SpentContext {
  readonly records: readonly OrderRecord[]
  /** Blank where it is not known. */
  readonly currency: string
  /** Milliseconds since 1970. */
  readonly now: number
}
