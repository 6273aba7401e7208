import { isolate, type Service } from '@orderwright/core'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Account } from '../../accounts/account.ts'
import { formatCount } from '../../format/money.ts'
import { Money } from '../../ui/money.tsx'
import { compareAccounts, type OtherOffer } from '../compare-accounts.ts'
import { messages as texts } from './texts/en.generated.ts'

interface OtherOffersProps {
  readonly accounts: readonly Account[]
  readonly service: Service
  readonly quantity: string
}

/** Shows what the same quantity costs at services of the same kind, the cheapest of each account. */
export function OtherOffers({ accounts, service, quantity }: OtherOffersProps): JSX.Element | null {
  const offers = useSignal<readonly OtherOffer[]>([])
  useEffect(() => {
    let isWanted = true
    compareAccounts(accounts, service, quantity).then(
      found => {
        if (isWanted) offers.value = found
      },
      // Without what is stored there is nothing to compare.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [accounts, service, quantity, offers])
  if (offers.value.length === 0) return null
  const title = texts.others.title({ quantity: formatCount(quantity) })
  return (
    <section class="prices" aria-label={title}>
      <h2 class="offers-title">{title}</h2>
      <ul class="offers">
        {offers.value.map(({ account, service: other, total, currency }) => (
          <li key={account.id} class="offer">
            <span class="offer-name" title={other.name}>
              {texts.others.offer({
                account: isolate(account.name),
                service: isolate(other.name),
                id: other.id,
              })}
            </span>
            <Money amount={total} currency={currency} />
          </li>
        ))}
      </ul>
    </section>
  )
}
