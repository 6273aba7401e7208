import type { Upstream } from '@orderwright/client'
import type { Account } from '../account/account.ts'
import { upstreamKinds } from '../account/upstream-kinds.ts'
import { ownValue } from '../own-value.ts'
import { type Balance, balancesItem } from '../storage/balances.ts'
import { limitsItem } from '../storage/limits.ts'

/** Asks for the balance and stores it, in the currency that the upstream names or its kind is read in. */
export async function readBalance(upstream: Upstream, account: Account): Promise<Balance> {
  const { amount, currency } = await upstream.balance()
  const balance: Balance = {
    amount,
    currency: currency ?? upstreamKinds[account.kind].currency,
    at: new Date().toISOString(),
  }
  await balancesItem.update(balances => ({ ...balances, [account.id]: balance }))
  await nameCurrency(account.id, balance.currency)
  return balance
}

/** Limits that were set before the account had named its currency are in that one: of another later on they are none. */
async function nameCurrency(accountId: string, currency: string): Promise<void> {
  if (currency === '' || ownValue((await limitsItem.get()).accounts, accountId)?.currency !== '') return
  await limitsItem.update(limits => {
    const own = ownValue(limits.accounts, accountId)
    if (own?.currency !== '') return limits
    return { ...limits, accounts: { ...limits.accounts, [accountId]: { ...own, currency } } }
  })
}
