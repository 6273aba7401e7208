import './review-view.css'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { formatMoney } from '../../format/money.ts'
import type { LiveLimits } from '../../limits/live-limits-model.ts'
import { OverLimits } from '../../limits/ui/over-limits.tsx'
import type { CompleteOrder } from '../../order-form/form-model.ts'
import { StepList } from '../../order-form/ui/step-list.tsx'
import { Button } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { isAskedAgain, type ReviewIssue } from '../checkout-model.ts'
import { reviewFacts } from '../review-facts.ts'
import { ReviewIssues } from './review-issues.tsx'

interface ReviewViewProps {
  readonly account: Account
  /** All that the person has, for the names of those that earlier orders went through. */
  readonly accounts: readonly Account[]
  readonly currency: string
  readonly limits: LiveLimits
  readonly complete: CompleteOrder
  readonly issue: ReviewIssue | undefined
  readonly isPlacing: boolean
  readonly onBack: () => void
  readonly onPlace: () => void
  /** Shows the order with that record's id. */
  readonly onShowOrder: (recordId: string) => void
}

/** Shows what will be sent and what it costs. The button names the price. */
export function ReviewView(props: ReviewViewProps): JSX.Element {
  const { account, accounts, currency, limits, complete, issue, isPlacing, onShowOrder } = props
  const total = complete.quote.total.toFixed()
  // Its own record counts as spent while it is placed.
  const over = isPlacing ? [] : limits.issuesOf(total)
  return (
    <div class="popup-body">
      <main class="popup-scroll stack" aria-label="Review">
        <Heading text="Review your order" change={issue} />
        {over.length > 0 && <OverLimits issues={over} account={account} currency={currency} />}
        {over.length === 0 && issue !== undefined && (
          <ReviewIssues {...{ account, accounts, currency, issue, onShowOrder }} />
        )}
        {complete.quote.isChargedLater && limits.hasAny() && (
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
          price={formatMoney(total, currency)}
          isPlacing={isPlacing}
          isStopped={over.length > 0}
          isAskedAgain={issue !== undefined && isAskedAgain(issue)}
          onBack={props.onBack}
          onPlace={props.onPlace}
        />
      </footer>
    </div>
  )
}

interface ReviewActionsProps extends Pick<ReviewViewProps, 'isPlacing' | 'onBack' | 'onPlace'> {
  readonly price: string
  readonly isStopped: boolean
  readonly isAskedAgain: boolean
}

function ReviewActions(props: ReviewActionsProps): JSX.Element {
  const { price, isPlacing, isStopped, isAskedAgain, onBack, onPlace } = props
  const action = isAskedAgain ? `Order it again for ${price}` : `Order for ${price}`
  return (
    <div class="review-actions">
      <Button isBusy={isPlacing} onClick={onBack}>
        {isAskedAgain ? 'Don’t order' : 'Back'}
      </Button>
      <Button variant="primary" isBusy={isPlacing || isStopped} isDeliberate onClick={onPlace}>
        {isPlacing ? 'CheckoutState…' : action}
      </Button>
    </div>
  )
}
