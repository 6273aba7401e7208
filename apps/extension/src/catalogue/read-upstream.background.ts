import type { Capabilities, Upstream } from '@orderwright/client'
import type { Service } from '@orderwright/core'
import type { Account } from '../accounts/account.ts'
import { type Balance, balancesItem } from '../accounts/balances.ts'
import { withUpstream } from '../accounts/upstream/open-upstream.background.ts'
import { upstreamKinds } from '../accounts/upstream-kinds.ts'
import { limitsItem } from '../limits/limit-store.ts'
import { ownValue } from '../platform/own-value.ts'
import { storeCatalogue } from './catalogue-store.ts'
import { serviceNames } from './service-name.ts'

/** What an upstream offers and holds at this moment. */
export interface UpstreamSnapshot {
  readonly services: readonly Service[]
  readonly balance: Balance
  readonly capabilities: Capabilities
}

/**
 * Reads an upstream's services and balance just before an order. That also proves that the upstream can be reached while
 * nothing is at stake yet: after a failed order a browser cannot tell whether the request had left.
 *
 * @throws {UserFacingError} if the upstream cannot be asked.
 */
export function readSnapshot(accountId: string): Promise<UpstreamSnapshot> {
  return withUpstream(accountId, async (upstream, account) => {
    const [services, balance] = await Promise.all([
      readCatalogue(upstream, account),
      readBalance(upstream, account),
    ])
    return { services, balance, capabilities: upstream.capabilities }
  })
}

/** Reads an upstream's services and stores them for the screens. */
export async function readCatalogue(upstream: Upstream, account: Account): Promise<readonly Service[]> {
  const { services, problems } = await upstream.services()
  const catalogue = {
    accountId: account.id,
    readAt: new Date().toISOString(),
    names: serviceNames(services),
    capabilities: upstream.capabilities,
    unreadable: problems.filter(problem => problem.isFatal).length,
  }
  await storeCatalogue(catalogue, services)
  return services
}

/** Reads and stores the balance, in the currency that the upstream names, or else in the one of its kind. */
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

/** Gives its currency to limits that were set before the account had named one. From then on they hold for that currency alone. */
async function nameCurrency(accountId: string, currency: string): Promise<void> {
  if (currency === '' || ownValue((await limitsItem.get()).accounts, accountId)?.currency !== '') return
  await limitsItem.update(limits => {
    const own = ownValue(limits.accounts, accountId)
    if (own?.currency !== '') return limits
    return { ...limits, accounts: { ...limits.accounts, [accountId]: { ...own, currency } } }
  })
}
