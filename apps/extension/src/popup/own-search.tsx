import { describeBalances, weighBalances } from '@orderwright/outbox'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { moneyWords } from '../money/format-money.ts'
import { Button } from '../ui/button.tsx'
import { Money } from '../ui/money.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Deciding } from './undecided-order.tsx'

/** An upstream that lists no orders: what the balance suggests, and the three things that a person may know. */
export function OwnSearch(deciding: Deciding): JSX.Element {
  const { isBusy, lookUp } = deciding
  return (
    <>
      <Balances {...deciding} />
      <div class="undecided-choices">
        <Button variant="quiet" isBusy={isBusy} onClick={lookUp}>
          Read the balance again
        </Button>
      </div>
      <Choices {...deciding} />
    </>
  )
}

function Balances({ record, life }: Deciding): JSX.Element {
  const { balanceBefore: before, total: cost, currency } = record.confirmed
  const after = life.balanceAfter
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
        {describeBalances({ cost }, weighBalances({ before, after, cost }), currency, moneyWords)}
      </p>
    </>
  )
}

/** The number is asked for where the order was placed alone, and checked there. */
function Choices({ record, upstream, isBusy, problem, answer }: Deciding): JSX.Element {
  const orderId = useSignal('')
  const isMissing = useSignal(false)
  const isPostponed = useSignal(false)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        isMissing.value = orderId.value.trim() === ''
        if (!isBusy && !isMissing.value) answer({ kind: 'placed', orderId: orderId.value })
      }}
    >
      <TextField
        id={`order-number-${record.id}`}
        label={`Its number at ${upstream}`}
        value={orderId.value}
        hint="Only where it was placed."
        issue={isMissing.value ? `Enter the number that ${upstream} gave it.` : problem}
        onInput={next => {
          orderId.value = next
          isMissing.value = false
        }}
      />
      <div class="undecided-choices">
        <Button isSubmit isBusy={isBusy}>
          {isBusy ? 'Checking…' : 'It was placed'}
        </Button>
        <Button isBusy={isBusy} onClick={() => answer({ kind: 'not_placed' })}>
          It was not placed
        </Button>
        <Button
          isBusy={isBusy}
          onClick={() => {
            isPostponed.value = true
            answer({ kind: 'not_yet_known' })
          }}
        >
          Not yet known
        </Button>
      </div>
      <p class="undecided-facts" role="status">
        {isPostponed.value && 'It waits here, and the same order cannot be sent again before you know.'}
      </p>
    </form>
  )
}
