import type { OrderRecord } from '@orderwright/outbox'
import type { JSX } from 'preact'
import type { Account } from '../account/account.ts'
import { describeEarlier } from '../ordering/describe-earlier.ts'

interface EarlierOrdersProps {
  readonly earlier: readonly OrderRecord[]
  readonly accounts: readonly Account[]
}

/** The orders of the same that there are already, newest first. */
export function EarlierOrders({ earlier, accounts }: EarlierOrdersProps): JSX.Element {
  const nameOf = ({ accountId }: OrderRecord): string =>
    accounts.find(({ id }) => id === accountId)?.name ?? 'an account that was removed'
  return (
    <ul class="earlier">
      {earlier.map(record => (
        <li key={record.id}>{describeEarlier(record, nameOf(record), Date.now())}</li>
      ))}
    </ul>
  )
}
