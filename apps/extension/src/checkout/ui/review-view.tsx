import { messages as texts } from './texts/en.generated.ts'
import './review-view.css'
import { isolate, parseDecimal } from '@orderwright/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Account } from '../../accounts/account.ts'
import type { Balance } from '../../accounts/balances.ts'
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
  readonly balance: Balance | undefined
  readonly limits: LiveLimits
  readonly complete: CompleteOrder
  readonly issue: ReviewIssue | undefined
  readonly isPlacing: boolean
  /** For how long it can be taken back if it was confirmed, in milliseconds. */
  readonly heldMs: number | undefined
  readonly onBack: () => void
  readonly onPlace: () => void
  readonly onUndo: () => void
  /** Shows the order with that record's id. */
  readonly onShowOrder: (recordId: string) => void
}

/** Shows what will be sent and what it costs. The button names the price. */
export function ReviewView(props: ReviewViewProps): JSX.Element {
  const { account, accounts, balance, currency, limits, complete, issue, isPlacing, heldMs } = props
  const total = complete.quote.total.toFixed()
  // Its own record counts as spent while it is placed.
  const over = isPlacing ? [] : limits.issuesOf(total)
  return (
    <div class="popup-body">
      <main class="popup-scroll stack" aria-label={texts.review.label()}>
        <Heading text={texts.review.title()} change={issue} />
        {over.length > 0 && <OverLimits issues={over} account={account} currency={currency} />}
        {over.length === 0 && issue !== undefined && (
          <ReviewIssues {...{ account, accounts, currency, issue }} onShowOrder={props.onShowOrder} />
        )}
        {complete.quote.isChargedLater && limits.hasAny() && (
          <Notice tone="calm" title={texts.review.later.title()}>
            <p>{texts.review.later.text()}</p>
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
        <section class="card" aria-label={texts.review.breakdown()}>
          <StepList quote={complete.quote} service={complete.service} currency={currency} />
        </section>
      </main>
      {heldMs === undefined ? (
        <footer class="popup-foot">
          <p class="review-note" title={new URL(account.baseUrl).host}>
            {paidFrom(account, balance, complete)}
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
      ) : (
        <HeldFoot price={formatMoney(total, currency)} ms={heldMs} onUndo={props.onUndo} />
      )}
    </div>
  )
}

/** Returns which account pays, and what it has left then if both are known. */
function paidFrom(account: Account, balance: Balance | undefined, { quote }: CompleteOrder): string {
  const name = isolate(account.name)
  const after = parseDecimal(balance?.amount ?? '')?.minus(quote.total)
  if (balance === undefined || after === undefined || after.isNegative() || quote.isChargedLater)
    return texts.review.paidFrom({ account: name })
  return texts.review.paid({ account: name, after: formatMoney(after.toFixed(), balance.currency) })
}

interface HeldFootProps {
  readonly price: string
  readonly ms: number
  readonly onUndo: () => void
}

/** Shows how long nothing is sent, with the one thing to do meanwhile. */
function HeldFoot({ price, ms, onUndo }: HeldFootProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null)
  // After the heading of the view has taken the focus.
  useLayoutEffect(() => element.current?.querySelector('button')?.focus(), [])
  return (
    <footer class="popup-foot">
      <div class="held" ref={element}>
        <div role="status">
          <p class="held-title">{texts.held.title({ price })}</p>
          <p class="review-note">{texts.held.text({ seconds: ms / 1000 })}</p>
        </div>
        <Button onClick={onUndo}>{texts.held.undo()}</Button>
      </div>
      <div class="held-time" style={{ animationDuration: `${ms}ms` }} />
    </footer>
  )
}

interface ReviewActionsProps extends Pick<ReviewViewProps, 'isPlacing' | 'onBack' | 'onPlace'> {
  readonly price: string
  readonly isStopped: boolean
  readonly isAskedAgain: boolean
}

function ReviewActions(props: ReviewActionsProps): JSX.Element {
  const { price, isPlacing, isStopped, isAskedAgain, onBack, onPlace } = props
  const action = isAskedAgain ? texts.review.again({ price }) : texts.review.order({ price })
  return (
    <div class="review-actions">
      <Button isBusy={isPlacing} onClick={onBack}>
        {isAskedAgain ? texts.review.dont() : texts.review.back()}
      </Button>
      <Button variant="primary" isBusy={isPlacing || isStopped} isDeliberate onClick={onPlace}>
        {isPlacing ? texts.review.busy() : action}
      </Button>
    </div>
  )
}
