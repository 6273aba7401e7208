import './orders-view.css'
import type { JSX } from 'preact'
import type { Account } from '../account/account.ts'
import { describeLife } from '../outbox/describe-life.ts'
import { followUpOffers } from '../outbox/follow-up-offers.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { settlementOf } from '../outbox/settlement.ts'
import { Badge } from '../ui/badge.tsx'
import { Money } from '../ui/money.tsx'
import { Progress } from '../ui/progress.tsx'
import { OrderDetails } from './order-details-view.tsx'
import { OrderFollowUps } from './order-follow-ups.tsx'
import { amountWords, chargeWords, orderFacts, orderProgress } from './order-summary.ts'
import type { PopupModel } from './popup-model.ts'
import { UndecidedOrder } from './undecided-order.tsx'

interface OrderCardProps {
  readonly entry: OrderEntry
  readonly account: Account
  readonly model: PopupModel
  /** What became of it is told beside the card already. Default: false. */
  readonly isExplained?: boolean
}

export function OrderCard({ entry, account, model, isExplained = false }: OrderCardProps): JSX.Element {
  const words = describeLife(entry, account.name)
  const progress = orderProgress(entry)
  const { data } = model
  const offers = followUpOffers(
    entry.life,
    data.flags.value.get(entry.order.serviceId),
    data.capabilities.value,
  )
  return (
    <article class="order">
      <div class="order-head">
        <div>
          <h2 class="order-name">
            {amountWords(entry)}
            {entry.serviceName}
          </h2>
          <p class="order-facts">{orderFacts(entry)}</p>
        </div>
        <Badge tone={words.tone} text={words.badge} />
      </div>
      <p class="order-target">{entry.title || entry.order.target}</p>
      {progress !== undefined && (
        <div class="order-progress">
          <Progress share={progress.share} tone={progress.tone} label={`Delivered: ${progress.text}`} />
          <span>{progress.text}</span>
        </div>
      )}
      <Charge entry={entry} />
      {entry.life.kind === 'unknown' && (
        <UndecidedOrder
          entry={entry}
          words={words}
          upstream={account.name}
          isListed={data.capabilities.value?.canListOrders !== false}
        />
      )}
      {!isExplained && (entry.life.kind === 'rejected' || entry.life.kind === 'not_sent') && (
        <p class="order-facts">{words.sentence}</p>
      )}
      <OrderDetails entry={entry} />
      <OrderFollowUps entry={entry} offers={offers} upstream={account.name} />
    </article>
  )
}

function Charge({ entry }: { readonly entry: OrderEntry }): JSX.Element {
  const settlement = settlementOf(entry)
  return (
    <p class="order-charge">
      {settlement === undefined ? (
        <span>
          Quoted <Money amount={entry.quoted} currency={entry.currency} />
        </span>
      ) : (
        <span>
          Charged <Money amount={settlement.charge} currency={settlement.currency} />, {chargeWords(entry)}
        </span>
      )}
      {settlement?.refund !== undefined && (
        <span>
          Refunded <Money amount={settlement.refund} currency={settlement.currency} />
        </span>
      )}
    </p>
  )
}
