import type { Upstream } from '@orderwright/client'
import type { Account } from '../account/account.ts'
import { upstreamKinds } from '../account/upstream-kinds.ts'
import { type Balance, balancesItem } from '../storage/balances.ts'

/** Asks for the balance and stores it, in the currency that the upstream names or its kind is read in. */
export async function readBalance(upstream: Upstream, account: Account): Promise<Balance> {
  const { amount, currency } = await upstream.balance()
  const balance: Balance = {
    amount,
    currency: currency ?? upstreamKinds[account.kind].currency,
    at: new Date().toISOString(),
  }
  await balancesItem.update(balances => ({ ...balances, [account.id]: balance }))
  return balance
}
