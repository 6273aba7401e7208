import { describeRejection } from '@orderwright/outbox'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { ToLimits } from '../../limits/ui/over-limits.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { earlierOrders, isAskedAgain, type Obstacle } from '../checkout-model.ts'
import { describeObjection } from '../issue.ts'
import { EarlierOrders } from './earlier-orders.tsx'

interface ReviewObstacleProps {
  readonly account: Account
  /** All that the person has, for the names of those that earlier orders went through. */
  readonly accounts: readonly Account[]
  readonly currency: string
  readonly obstacle: Obstacle
  /** Shows the order with that record's id. */
  readonly onShowOrder: (recordId: string) => void
}

/** Why a confirmed order was not sent, above the order that still stands. */
export function ReviewObstacle(props: ReviewObstacleProps): JSX.Element {
  const { account, accounts, currency, obstacle, onShowOrder } = props
  return (
    <Notice
      tone="warn"
      title={titleOf(obstacle)}
      isLive
      actions={<WayOut obstacle={obstacle} onShowOrder={onShowOrder} />}
    >
      <EarlierOrders earlier={earlierOrders(obstacle)} accounts={accounts} />
      {sentencesOf(obstacle, account, currency).map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      {!isAskedAgain(obstacle) && <p>Nothing was sent.</p>}
    </Notice>
  )
}

type WayOutProps = Pick<ReviewObstacleProps, 'obstacle' | 'onShowOrder'>

/** The same order that is on its way or unknown comes first, whichever account it went through. */
function WayOut({ obstacle, onShowOrder }: WayOutProps): JSX.Element | null {
  if (obstacle.kind === 'objected' && obstacle.objections.some(({ code }) => code === 'limits_lost')) {
    return <ToLimits />
  }
  if (obstacle.kind !== 'hindered' || !('recordId' in obstacle.hindrance)) return null
  const { recordId } = obstacle.hindrance
  return <Button onClick={() => onShowOrder(recordId)}>Show that order</Button>
}

function titleOf(obstacle: Obstacle): string {
  if (isAskedAgain(obstacle)) return 'You have ordered this before'
  const [objection] = obstacle.kind === 'objected' ? obstacle.objections : []
  if (objection?.code === 'service_changed') return 'The service has changed'
  return objection?.code === 'price_changed' ? 'The price has changed' : 'Nothing was ordered'
}

function sentencesOf(obstacle: Obstacle, account: Account, currency: string): readonly string[] {
  switch (obstacle.kind) {
    case 'objected':
      return obstacle.objections.map(objection => describeObjection(objection, account.name, currency))
    case 'hindered':
      return [describeRejection(obstacle.hindrance)]
    case 'failed':
      return [obstacle.sentence]
  }
}
