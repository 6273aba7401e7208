import type { Upstream } from '@orderwright/client'
import type { Service } from '@orderwright/core'
import type { Account } from '../account/account.ts'
import { storeCatalogue } from '../storage/catalogues.ts'

/** Asks for the services and stores them for the screens. */
export async function readCatalogue(upstream: Upstream, account: Account): Promise<readonly Service[]> {
  const { services, problems } = await upstream.services()
  await storeCatalogue({
    accountId: account.id,
    readAt: new Date().toISOString(),
    services,
    capabilities: upstream.capabilities,
    unreadable: problems.filter(problem => problem.isFatal).length,
  })
  return services
}
