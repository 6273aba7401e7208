import './orders-view.css'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Account } from '../account/account.ts'
import { formatCount } from '../money/format-money.ts'
import { describeLife, type LifeWords } from '../outbox/describe-life.ts'
import type { OrderEntry } from '../outbox/order-entry.ts'
import { ask } from '../protocol.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Money } from '../ui/money.tsx'
import { Notice } from '../ui/notice.tsx'
import { Progress } from '../ui/progress.tsx'
import { chargeWords, orderFacts, orderProgress } from './order-summary.ts'

interface OrderCardProps {
  readonly entry: OrderEntry
  readonly account: Account
  /** What became of it is told beside the card already. Default: false. */
  readonly isExplained?: boolean
}

export function OrderCard({ entry, account, isExplained = false }: OrderCardProps): JSX.Element {
  const words = describeLife(entry, account.name)
  const progress = orderProgress(entry)
  const { quantity, target } = entry.order
  return (
    <article class="order">
      <div class="order-head">
        <div>
          <h2 class="order-name">
            {quantity !== undefined && `${formatCount(quantity)} × `}
            {entry.serviceName}
          </h2>
          <p class="order-facts">{orderFacts(entry)}</p>
        </div>
        <Badge tone={words.tone} text={words.badge} />
      </div>
      <p class="order-target">{entry.title || target}</p>
      {progress !== undefined && (
        <div class="order-progress">
          <Progress share={progress.share} tone={progress.tone} label={`Delivered: ${progress.text}`} />
          <span>{progress.text}</span>
        </div>
      )}
      <Charge entry={entry} />
      {entry.life.kind === 'unknown' && <Undecided entry={entry} words={words} />}
      {!isExplained && (entry.life.kind === 'rejected' || entry.life.kind === 'not_sent') && (
        <p class="order-facts">{words.sentence}</p>
      )}
    </article>
  )
}

function Charge({ entry }: { readonly entry: OrderEntry }): JSX.Element {
  const { life, quoted, currency } = entry
  const status = life.kind === 'accepted' ? life.status : undefined
  return (
    <p class="order-charge">
      {status?.charge === undefined ? (
        <span>
          Quoted <Money amount={quoted} currency={currency} />
        </span>
      ) : (
        <span>
          Charged <Money amount={status.charge} currency={currency} />, {chargeWords(entry)}
        </span>
      )}
      {status?.refund !== undefined && (
        <span>
          Refunded <Money amount={status.refund} currency={currency} />
        </span>
      )}
    </p>
  )
}

/** An unknown order: looked up first, then adopted or closed by the person; never sent again by itself. */
function Undecided({ entry, words }: { readonly entry: OrderEntry; readonly words: LifeWords }): JSX.Element {
  const isBusy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const search = entry.life.kind === 'unknown' ? entry.life.search : undefined
  const decide = async (request: Parameters<typeof ask>[0]): Promise<void> => {
    isBusy.value = true
    const answer = await ask(request).catch(() => lost)
    problem.value = answer.ok ? undefined : answer.sentence
    isBusy.value = false
  }
  const { token } = entry
  return (
    <Notice
      tone="warn"
      title={words.title}
      actions={
        <>
          <Button isBusy={isBusy.value} onClick={() => void decide({ type: 'search-order', token })}>
            {isBusy.value ? 'Looking…' : search === undefined ? 'Look it up' : 'Look again'}
          </Button>
          {search !== undefined && (
            <Button variant="quiet" onClick={() => void decide({ type: 'close-order', token })}>
              It was not placed
            </Button>
          )}
        </>
      }
    >
      <p role="status">{problem.value ?? words.sentence}</p>
      <ul class="order-candidates">
        {search?.candidates.map(({ orderId, charge }) => (
          <li class="order-candidate" key={orderId}>
            <span>
              Order {orderId}
              {charge !== undefined && (
                <>
                  {', '}
                  <Money amount={charge} currency={entry.currency} />
                </>
              )}
            </span>
            <Button variant="quiet" onClick={() => void decide({ type: 'adopt-order', token, orderId })}>
              This is it
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const lost = { ok: false, sentence: 'The browser ended the extension’s worker. Look again.' } as const
