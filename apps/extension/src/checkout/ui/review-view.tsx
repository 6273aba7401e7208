import './review-view.css'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Account } from '../../accounts/account.ts'
import { formatMoney } from '../../format/money.ts'
import { OverLimits } from '../../limits/ui/over-limits.tsx'
import type { CompleteOrder } from '../../order-form/form-model.ts'
import { StepList } from '../../order-form/ui/step-list.tsx'
import type { PopupModel } from '../../screens/popup-model.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { isAskedAgain, type Obstacle } from '../checkout-model.ts'
import { reviewFacts } from '../review-facts.ts'
import { ReviewObstacle } from './review-issues.tsx'

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
  const total = complete.quote.total.toFixed()
  // Its own record counts as spent while it is placed.
  const limits = isPlacing ? [] : model.limits.issuesOf(total)
  return (
    <div class="popup-body">
      <main class="popup-scroll stack" aria-label="Review">
        <Heading text="Review your order" news={obstacle} />
        {limits.length > 0 && <OverLimits issues={limits} account={account} currency={currency} />}
        {limits.length === 0 && obstacle !== undefined && (
          <ReviewObstacle model={model} account={account} obstacle={obstacle} />
        )}
        {complete.quote.isChargedLater && model.limits.hasAny() && (
          <Notice tone="calm" title="Your limits cannot stop this">
            <p>Each delivered order is charged later, whatever it comes to.</p>
          </Notice>
        )}
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
          Goes to {new URL(account.baseUrl).host} and is charged to <bdi>{account.name}</bdi>.
        </p>
        <ReviewActions
          model={model}
          price={formatMoney(total, currency)}
          isPlacing={isPlacing}
          isStopped={limits.length > 0}
          isAskedAgain={obstacle !== undefined && isAskedAgain(obstacle)}
        />
      </footer>
    </div>
  )
}

interface ReviewActionsProps {
  readonly model: PopupModel
  readonly price: string
  readonly isPlacing: boolean
  readonly isStopped: boolean
  readonly isAskedAgain: boolean
}

function ReviewActions(props: ReviewActionsProps): JSX.Element {
  const { model, price, isPlacing, isStopped, isAskedAgain } = props
  const action = isAskedAgain ? `Order it again for ${price}` : `Order for ${price}`
  return (
    <div class="review-actions">
      <Button isBusy={isPlacing} onClick={() => model.ordering.edit()}>
        {isAskedAgain ? 'Don’t order' : 'Back'}
      </Button>
      <Button
        variant="primary"
        isBusy={isPlacing || isStopped}
        isDeliberate
        onClick={() => void model.place()}
      >
        {isPlacing ? 'Ordering…' : action}
      </Button>
    </div>
  )
}

interface HeadingProps {
  readonly text: string
  /** Takes the focus once more when it changes to something: away from a button that asks another question now. */
  readonly news?: object | undefined
}

/** Takes the focus, so that keyboard and screen reader start where the new view does. */
export function Heading({ text, news }: HeadingProps): JSX.Element {
  const element = useRef<HTMLHeadingElement>(null)
  const isShown = useRef(false)
  useLayoutEffect(() => {
    if (!isShown.current || news !== undefined) element.current?.focus()
    isShown.current = true
  }, [news])
  return (
    <h1 class="review-title" ref={element} tabIndex={-1}>
      {text}
    </h1>
  )
}
