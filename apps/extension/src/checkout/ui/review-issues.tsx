import { describeRejection } from '@orderwright/outbox'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { ToLimits } from '../../limits/ui/over-limits.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { earlierOrders, isAskedAgain, type ReviewIssue } from '../checkout-model.ts'
import { describeCheckoutIssue } from '../issue.ts'
import { EarlierOrders } from './earlier-orders.tsx'
import { messages as texts } from './texts/en.generated.ts'

interface ReviewIssuesProps {
  readonly account: Account
  /** All that the person has, for the names of those that earlier orders went through. */
  readonly accounts: readonly Account[]
  readonly currency: string
  readonly issue: ReviewIssue
  /** Shows the order with that record's id. */
  readonly onShowOrder: (recordId: string) => void
}

/** Shows why a confirmed order was not sent, above the order that still stands. */
export function ReviewIssues(props: ReviewIssuesProps): JSX.Element {
  const { account, accounts, currency, issue, onShowOrder } = props
  return (
    <Notice
      tone="warn"
      title={titleOf(issue)}
      isLive
      actions={<WayOut issue={issue} onShowOrder={onShowOrder} />}
    >
      <EarlierOrders earlier={earlierOrders(issue)} accounts={accounts} />
      {sentencesOf(issue, account, currency).map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      {!isAskedAgain(issue) && <p>{texts.issue.nothingSent()}</p>}
    </Notice>
  )
}

type WayOutProps = Pick<ReviewIssuesProps, 'issue' | 'onShowOrder'>

/**
 * Shows the order to look at first: the same one that is on its way or unknown, whichever account it went through.
 */
function WayOut({ issue, onShowOrder }: WayOutProps): JSX.Element | null {
  if (issue.kind === 'issues' && issue.issues.some(({ code }) => code === 'limits_unreadable')) {
    return <ToLimits />
  }
  if (issue.kind !== 'rejected' || !('recordId' in issue.rejection)) return null
  const { recordId } = issue.rejection
  return <Button onClick={() => onShowOrder(recordId)}>{texts.issue.showOrder()}</Button>
}

function titleOf(issue: ReviewIssue): string {
  if (isAskedAgain(issue)) return texts.issue.before()
  const [first] = issue.kind === 'issues' ? issue.issues : []
  if (first?.code === 'service_changed') return texts.issue.service()
  return first?.code === 'price_changed' ? texts.issue.price() : texts.issue.none()
}

function sentencesOf(issue: ReviewIssue, account: Account, currency: string): readonly string[] {
  switch (issue.kind) {
    case 'issues':
      return issue.issues.map(one => describeCheckoutIssue(one, account.name, currency))
    case 'rejected':
      return [describeRejection(issue.rejection)]
    case 'failed':
      return [issue.sentence]
  }
}
