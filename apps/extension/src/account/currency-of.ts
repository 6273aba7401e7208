import type { Balance } from '../storage/balances.ts'
import type { Account } from './account.ts'
import { upstreamKinds } from './upstream-kinds.ts'

/** ISO 4217, or what the upstream calls it; blank until an upstream that names its own has done so. */
export function currencyOf(account: Account, balance: Pick<Balance, 'currency'> | undefined): string {
  return balance?.currency ?? upstreamKinds[account.kind].currency
}
