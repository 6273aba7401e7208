import './undecided-order.css'
import type { OrderRecord, UnknownState } from '@orderwright/outbox'
import type { JSX } from 'preact'
import { Notice } from '../../ui/notice.tsx'
import type { StatusText } from '../status-text.ts'
import { useDeciding } from './deciding.ts'
import { ListedCandidates } from './listed-candidates.tsx'
import { OwnSearch } from './own-search.tsx'

interface UndecidedOrderProps {
  readonly record: OrderRecord
  readonly state: UnknownState
  readonly words: StatusText
  /** The account's name. */
  readonly upstream: string
}

/** Shows an unknown order: looked up first, then decided about by the person, and never sent again by itself. */
export function UndecidedOrder({ record, state, words, upstream }: UndecidedOrderProps): JSX.Element {
  const deciding = useDeciding(record)
  const Way = record.canListOrders ? ListedCandidates : OwnSearch
  return (
    <div class="undecided">
      <Notice tone="warn" title={words.title} isLive>
        <p>{words.sentence}</p>
      </Notice>
      <Way record={record} state={state} upstream={upstream} deciding={deciding} />
    </div>
  )
}
