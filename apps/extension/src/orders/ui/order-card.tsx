import { messages as texts } from './texts/en.generated.ts'
import './orders-view.css'
import type { Capabilities } from '@orderwright/client'
import type { ServiceFlags } from '@orderwright/core'
import { finalAmounts, type OrderRecord, whyNotAgain } from '@orderwright/outbox'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { Badge } from '../../ui/badge.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { richText } from '../../ui/texts/rich-text.tsx'
import { availableActions } from '../actions/available-actions.ts'
import { OrderActions } from '../actions/order-actions.tsx'
import { describeCharge } from '../describe-charge.ts'
import type { OrderEntry } from '../history/order-entry.ts'
import { amountWords, chargeWords, orderFacts, orderProgress } from '../order-summary.ts'
import { statusText } from '../status-text.ts'
import { NotTaken } from '../unknown/not-taken.tsx'
import { UndecidedOrder } from '../unknown/undecided-order.tsx'
import { OrderDetails } from './order-details-view.tsx'

export interface OrderCardProps {
  readonly entry: OrderEntry
  readonly account: Account
  /** What each service of the account allows, by its id. */
  readonly flags: ReadonlyMap<string, ServiceFlags>
  /** What the upstream can do; absent until its catalogue was read. */
  readonly capabilities: Capabilities | undefined
  /** Another order was placed in its stead. */
  readonly isTriedAgain: boolean
  readonly onTryAgain: (record: OrderRecord) => void
  /** Whether what became of it, and its number, stand beside the card already. Default: false. */
  readonly isExplained?: boolean
}

export function OrderCard(props: OrderCardProps): JSX.Element {
  const { entry, account, flags, capabilities, isTriedAgain, onTryAgain, isExplained = false } = props
  const { record } = entry
  const words = statusText(record, account.name)
  const progress = orderProgress(entry)
  const offers = availableActions(entry, flags.get(record.order.serviceId), capabilities)
  return (
    <article class="order">
      <div class="order-head">
        <div>
          <h2 class="order-name">{amountWords(entry)}</h2>
          <p class="order-facts">{orderFacts(entry, !isExplained)}</p>
        </div>
        <Badge tone={words.tone} text={words.badge} />
      </div>
      <p class="order-target" dir="auto">
        {record.confirmed.targetTitle ?? record.order.target}
      </p>
      {progress !== undefined && (
        <div class="order-progress">
          <progress
            class="progress"
            max={1}
            value={progress.share}
            aria-label={texts.delivered({ progress: progress.text })}
            data-tone={progress.tone}
          />
          <span>{progress.text}</span>
        </div>
      )}
      <Charge entry={entry} />
      <ChargeDifference record={record} />
      {record.state.name === 'unknown' && (
        <UndecidedOrder record={record} state={record.state} words={words} upstream={account.name} />
      )}
      {!isExplained && whyNotAgain(record) === undefined && (
        <NotTaken
          record={record}
          sentence={words.sentence}
          upstream={account.name}
          isTriedAgain={isTriedAgain}
          onTryAgain={onTryAgain}
        />
      )}
      <OrderDetails entry={entry} />
      <OrderActions entry={entry} offers={offers} upstream={account.name} />
    </article>
  )
}

/** Shows the one thing about money that a person should not have to find out by comparing. */
function ChargeDifference({ record }: { readonly record: OrderRecord }): JSX.Element | null {
  const sentence = describeCharge(record)
  if (sentence === undefined) return null
  return (
    <Notice tone="warn" title={texts.charge.differs()}>
      <p>{sentence}</p>
    </Notice>
  )
}

function Charge({ entry }: { readonly entry: OrderEntry }): JSX.Element {
  const { charge, givenBack, currency = '' } = finalAmounts(entry.record)
  const quoted = <Money amount={entry.record.confirmed.total} currency={currency} />
  const refund = <Money amount={givenBack.toFixed()} currency={currency} />
  return (
    <p class="order-charge">
      {charge === undefined ? (
        <span>{richText(hold => texts.charge.quoted({ amount: hold(quoted) }))}</span>
      ) : (
        <span>
          {richText(hold =>
            texts.charge.charged({
              amount: hold(<Money amount={charge.toFixed()} currency={currency} />),
              compared: chargeWords(entry) || 'none',
            }),
          )}
        </span>
      )}
      {!givenBack.isZero() && (
        <span>{richText(hold => texts.charge.refunded({ amount: hold(refund) }))}</span>
      )}
    </p>
  )
}
