import type { Capabilities } from '@orderwright/client'
import type { Service } from '@orderwright/core'
import type { Balance } from '../storage/balances.ts'
import { readBalance } from './read-balance.ts'
import { readCatalogue } from './read-catalogue.ts'
import { withUpstream } from './with-upstream.ts'

/** What an upstream offers and holds at this moment. */
export interface Offer {
  readonly services: readonly Service[]
  readonly balance: Balance
  readonly capabilities: Capabilities
}

/**
 * Asks for it, just before an order. That also proves that the upstream can be reached while nothing is at stake yet; a
 * browser cannot tell afterwards whether a failed request had left.
 *
 * @throws {Trouble} where the upstream cannot be asked.
 */
export function readOffer(accountId: string): Promise<Offer> {
  return withUpstream(accountId, async (upstream, account) => {
    const [services, balance] = await Promise.all([
      readCatalogue(upstream, account),
      readBalance(upstream, account),
    ])
    return { services, balance, capabilities: upstream.capabilities }
  })
}
