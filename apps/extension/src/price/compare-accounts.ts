import { compareServices, type Service } from '@orderwright/core'
import type { Account } from '../accounts/account.ts'
import { balancesItem, currencyOf } from '../accounts/balances.ts'
import { servicesOf } from '../catalogue/catalogue-store.ts'
import { folded } from '../catalogue/service-name.ts'
import { ownValue } from '../platform/own-value.ts'

/** What the same quantity of another service of the kind costs. */
export interface OtherOffer {
  readonly account: Account
  readonly service: Service
  /** A decimal string. */
  readonly total: string
  readonly currency: string
}

/**
 * Returns, for each account, the cheapest other service of the same kind that sells the quantity without anything else being filled in. It
 * is worked out of the catalogues as they were read last.
 */
export async function compareAccounts(
  accounts: readonly Account[],
  service: Service,
  quantity: string,
): Promise<readonly OtherOffer[]> {
  const kind = kindOf(service)
  if (kind === undefined) return []
  const balances = await balancesItem.get()
  const offers = await Promise.all(
    accounts.map(async account => {
      const alike = (await servicesOf(account.id)).filter(
        other => kindOf(other) === kind && !isSame(other, service),
      )
      const [cheapest] = compareServices(alike, { quantity })
      if (cheapest?.result.ok !== true || cheapest.result.quote.isChargedLater) return []
      const currency = currencyOf(account, ownValue(balances, account.id))
      return [{ account, service: cheapest.service, total: cheapest.result.quote.total.toFixed(), currency }]
    }),
  )
  return offers.flat()
}

/** No number is one service at two accounts, and names may differ by a mark: all that is shown of them must be alike. */
function isSame(one: Service, other: Service): boolean {
  return one.id === other.id && one.name === other.name && one.category === other.category
}

/** What panels sell for videos, by the word that names it; the first that is found counts, so narrower words come first. */
const kinds = [
  'dislike',
  'comment',
  'like',
  'subscri',
  'member',
  'watch',
  'live',
  'stream',
  'share',
  'view',
] as const

/**
 * Returns the kind of a service by the words of its category, then of its name; `undefined` if no word names one.
 */
function kindOf({ category, name }: Pick<Service, 'category' | 'name'>): string | undefined {
  const texts = [category, name].map(folded)
  for (const text of texts) {
    const kind = kinds.find(word => text.includes(word))
    if (kind !== undefined) return kind
  }
  return undefined
}
