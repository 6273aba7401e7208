import './review-view.css'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Account } from '../account/account.ts'
import { formatMoney } from '../money/format-money.ts'
import { Button } from '../ui/button.tsx'
import type { CompleteOrder } from './order-form-model.ts'
import type { Obstacle } from './ordering-model.ts'
import type { PopupModel } from './popup-model.ts'
import { reviewFacts } from './review-facts.ts'
import { ReviewObstacle } from './review-obstacle.tsx'
import { StepList } from './step-list.tsx'

interface ReviewViewProps {
  readonly model: PopupModel
  readonly account: Account
  readonly complete: CompleteOrder
  readonly obstacle: Obstacle | undefined
  readonly isPlacing: boolean
}

/** What will be sent and what it costs; the button names the price. */
export function ReviewView({ model, account, complete, obstacle, isPlacing }: ReviewViewProps): JSX.Element {
  const currency = model.currency.value
  const price = formatMoney(complete.quote.total.toFixed(), currency)
  return (
    <div class="popup-body">
      <main class="popup-scroll stack" aria-label="Review">
        <Heading text="Review your order" />
        {obstacle !== undefined && <ReviewObstacle model={model} account={account} obstacle={obstacle} />}
        <dl class="facts">
          {reviewFacts(complete).map(({ label, value }) => (
            <div class="fact" key={label}>
              <dt>{label}</dt>
              <dd class="fact-lines">{value}</dd>
            </div>
          ))}
        </dl>
        <section class="card" aria-label="How the price adds up">
          <StepList quote={complete.quote} service={complete.service} currency={currency} />
        </section>
      </main>
      <footer class="popup-foot">
        <p class="review-note">
          Goes to {new URL(account.baseUrl).host} and is charged to {account.name}.
        </p>
        <div class="review-actions">
          <Button isBusy={isPlacing} onClick={() => model.ordering.edit()}>
            Back
          </Button>
          <Button variant="primary" isBusy={isPlacing} onClick={() => void model.place()}>
            {isPlacing ? 'Ordering…' : `Order for ${price}`}
          </Button>
        </div>
      </footer>
    </div>
  )
}

/** Takes the focus, so that keyboard and screen reader start where the new view does. */
export function Heading({ text }: { readonly text: string }): JSX.Element {
  const element = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => element.current?.focus(), [])
  return (
    <h1 class="review-title" ref={element} tabIndex={-1}>
      {text}
    </h1>
  )
}
