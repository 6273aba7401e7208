import { isolate } from '@orderwright/core'
import { type OrderRecord, orderIdOf } from '@orderwright/outbox'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { agoWords } from '../../format/time.ts'
import { statusText } from '../../orders/status-text.ts'
import { messages as texts } from './texts/en.generated.ts'

interface EarlierOrdersProps {
  readonly earlier: readonly OrderRecord[]
  readonly accounts: readonly Account[]
}

/** Shows the earlier orders of the same, newest first. */
export function EarlierOrders({ earlier, accounts }: EarlierOrdersProps): JSX.Element {
  const nameOf = ({ accountId }: OrderRecord): string =>
    accounts.find(({ id }) => id === accountId)?.name ?? texts.removedAccount()
  return (
    <ul class="earlier">
      {earlier.map(record => (
        <li key={record.id}>{describeEarlier(record, nameOf(record), Date.now())}</li>
      ))}
    </ul>
  )
}

/**
 * Describes an earlier order of the same in one sentence: its number, account, age and state. `now` is in milliseconds
 * since 1970.
 */
export function describeEarlier(record: OrderRecord, account: string, now: number): string {
  const orderId = orderIdOf(record)
  return texts.earlier({
    orderId: orderId === undefined ? 'none' : isolate(orderId),
    account: isolate(account),
    ago: agoWords(record.sentAt ?? record.createdAt, now),
    status: statusText(record, account).badge.toLowerCase(),
  })
}
