import { messages as texts } from './texts/en.generated.ts'
import './undecided-order.css'
import type { OrderRecord } from '@orderwright/outbox'
import type { JSX } from 'preact'
import { Button } from '../../ui/button.tsx'
import { useDeciding } from './deciding.ts'
import { NumberForm } from './number-form.tsx'

interface NotTakenProps {
  readonly record: OrderRecord
  readonly sentence: string
  /** The account's name. */
  readonly upstream: string
  /** Another order was placed in its stead. */
  readonly isTriedAgain: boolean
  readonly onTryAgain: (record: OrderRecord) => void
}

/** Shows why an order was not placed, and offers it once more, unless that was done already. */
export function NotTaken(props: NotTakenProps): JSX.Element {
  const { record, sentence, upstream, isTriedAgain, onTryAgain } = props
  return (
    <>
      <div class="order-again">
        <p class="order-facts">{sentence}</p>
        {!isTriedAgain && (
          <Button variant="quiet" onClick={() => onTryAgain(record)}>
            {record.state.name === 'rejected' ? texts.correct() : texts.again()}
          </Button>
        )}
      </div>
      {record.state.name === 'not_placed' && <AfterAll record={record} upstream={upstream} />}
    </>
  )
}

/** Offers to correct what counts as not placed: it may be found later. */
function AfterAll({ record, upstream }: Pick<NotTakenProps, 'record' | 'upstream'>): JSX.Element {
  const deciding = useDeciding(record)
  return (
    <details class="after-all">
      <summary>{texts.afterAll()}</summary>
      <NumberForm record={record} upstream={upstream} deciding={deciding} />
    </details>
  )
}
