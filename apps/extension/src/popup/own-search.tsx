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
  const { upstream, isBusy, lookUp, answer } = deciding
  const isPostponed = useSignal(false)
  return (
    <>
      <Balances {...deciding} />
      <p>
        {upstream} lists no orders to programs: look at your orders on its website, then say what you found.
      </p>
      <PlacedForm {...deciding} />
      <div class="undecided-choices">
        <Button isBusy={isBusy} onClick={() => answer({ kind: 'not_placed' })}>
          It was not placed
        </Button>
        <Button
          variant="quiet"
          isBusy={isBusy}
          onClick={() => {
            isPostponed.value = true
            answer({ kind: 'not_yet_known' })
          }}
        >
          Not yet known
        </Button>
        <Button variant="quiet" isBusy={isBusy} onClick={lookUp}>
          Read the balance again
        </Button>
      </div>
      {isPostponed.value && (
        <p role="status">It waits here, and the same order cannot be sent again before you know.</p>
      )}
    </>
  )
}

function Balances({ record, life }: Deciding): JSX.Element {
  const { balanceBefore: before, total: cost, currency } = record.confirmed
  const after = life.balanceAfter
  const weighed = weighBalances({ before, after, cost })
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
      <p>{describeBalances({ cost }, weighed, currency, moneyWords)}</p>
    </>
  )
}

function PlacedForm({ record, isBusy, problem, answer }: Deciding): JSX.Element {
  const orderId = useSignal('')
  const isMissing = useSignal(false)
  return (
    <form
      class="order-number"
      onSubmit={event => {
        event.preventDefault()
        isMissing.value = orderId.value.trim() === ''
        if (!isBusy && !isMissing.value) answer({ kind: 'placed', orderId: orderId.value })
      }}
    >
      <TextField
        id={`order-number-${record.id}`}
        label="Its number there"
        value={orderId.value}
        issue={isMissing.value ? 'Enter the number of the order.' : problem}
        onInput={next => {
          orderId.value = next
        }}
      />
      <Button isSubmit isBusy={isBusy}>
        {isBusy ? 'Checking…' : 'It was placed'}
      </Button>
    </form>
  )
}
