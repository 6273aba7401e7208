import { compareBalances, describeBalances, type OrderRecord, type UnknownState } from '@orderwright/outbox'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { moneyWords } from '../../format/money.ts'
import { Button } from '../../ui/button.tsx'
import { Money } from '../../ui/money.tsx'
import type { Deciding } from './deciding.ts'
import { NumberForm } from './number-form.tsx'
import { messages as texts } from './texts/en.generated.ts'

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
          {texts.readBalance()}
        </Button>
      </div>
      <NumberForm record={record} upstream={upstream} deciding={deciding} hint={texts.number.hint()}>
        <Button isBusy={isBusy} onClick={() => answer({ kind: 'not_placed' })}>
          {texts.notPlaced()}
        </Button>
        <Button isBusy={isBusy} onClick={postpone}>
          {texts.notYetKnown()}
        </Button>
      </NumberForm>
      <p class="undecided-facts" role="status">
        {isPostponed.value && texts.postponed()}
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
    [texts.balances.before(), before],
    [texts.balances.now(), after],
    [texts.balances.cost(), cost],
  ] as const
  return (
    <>
      <dl class="undecided-balances">
        {rows.map(([label, amount]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {amount === undefined ? (
                texts.balances.unknown()
              ) : (
                <Money amount={amount} currency={currency ?? ''} />
              )}
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
