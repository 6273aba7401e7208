import { compareBalances, describeBalances, type OrderRecord, type UnknownState } from '@orderwright/outbox'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { moneyWords } from '../../format/money.ts'
import { Button } from '../../ui/button.tsx'
import { Money } from '../../ui/money.tsx'
import type { Deciding } from './deciding.ts'
import { NumberForm } from './number-form.tsx'

interface OwnSearchProps {
  readonly record: OrderRecord
  readonly state: UnknownState
  /** The account's name. */
  readonly upstream: string
  readonly deciding: Deciding
}

/** Shows what the balance suggests if an upstream lists no orders, and the three things that a person may know. */
export function OwnSearch({ record, state, upstream, deciding }: OwnSearchProps): JSX.Element {
  const { isLooking, isBusy, lookUp, answer } = deciding
  const isPostponed = useSignal(false)
  const postpone = (): void => {
    isPostponed.value = true
    answer({ kind: 'not_yet_known' })
  }
  return (
    <>
      <Balances record={record} after={state.balanceAfter} />
      <div class="undecided-choices">
        <Button variant="quiet" isBusy={isLooking} onClick={lookUp}>
          Read the balance again
        </Button>
      </div>
      <NumberForm record={record} upstream={upstream} deciding={deciding} hint="Only where it was placed.">
        <Button isBusy={isBusy} onClick={() => answer({ kind: 'not_placed' })}>
          It was not placed
        </Button>
        <Button isBusy={isBusy} onClick={postpone}>
          Not yet known
        </Button>
      </NumberForm>
      <p class="undecided-facts" role="status">
        {isPostponed.value && 'It waits here, and the same order cannot be sent again before you know.'}
      </p>
    </>
  )
}

interface BalancesProps {
  readonly record: OrderRecord
  readonly after: string | undefined
}

function Balances({ record, after }: BalancesProps): JSX.Element {
  const { balanceBefore: before, total: cost, currency } = record.confirmed
  const rows = [
    ['Balance before', before],
    ['Balance now', after],
    ['This order costs', cost],
  ] as const
  return (
    <>
      <dl class="undecided-balances">
        {rows.map(([label, amount]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {amount === undefined ? 'not known' : <Money amount={amount} currency={currency ?? ''} />}
            </dd>
          </div>
        ))}
      </dl>
      <p role="status">
        {describeBalances({ cost }, compareBalances({ before, after, cost }), currency, moneyWords)}
      </p>
    </>
  )
}
