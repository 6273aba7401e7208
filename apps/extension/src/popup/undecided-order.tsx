import './undecided-order.css'
import type { Answer, OrderRecord } from '@orderwright/outbox'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { LifeWords } from '../journal/life-words.ts'
import { ask } from '../protocol.ts'
import { Notice } from '../ui/notice.tsx'
import { ListedCandidates } from './listed-candidates.tsx'
import { OwnSearch } from './own-search.tsx'

export type UnknownLife = Extract<OrderRecord['life'], { readonly state: 'unknown' }>

interface UndecidedOrderProps {
  readonly record: OrderRecord
  readonly life: UnknownLife
  readonly words: LifeWords
  /** The account's name. */
  readonly upstream: string
}

/** What is known of an undecided order, and what may be done about it. */
export interface Deciding extends Omit<UndecidedOrderProps, 'words'> {
  readonly isBusy: boolean
  /** What went wrong at the last try, in one sentence. */
  readonly problem: string | undefined
  lookUp(): void
  answer(said: Answer): void
}

/** An unknown order: looked up first, then decided about by the person; never sent again by itself. */
export function UndecidedOrder({ record, life, words, upstream }: UndecidedOrderProps): JSX.Element {
  const isBusy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const decide = async (request: Parameters<typeof ask>[0]): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    const answer = await ask(request).catch(() => lost)
    problem.value = answer.ok ? undefined : answer.sentence
    isBusy.value = false
  }
  const deciding: Deciding = {
    record,
    life,
    upstream,
    isBusy: isBusy.value,
    problem: problem.value,
    lookUp: () => void decide({ type: 'look-up-order', id: record.id }),
    answer: said => void decide({ type: 'answer-order', id: record.id, said }),
  }
  return (
    <div class="undecided">
      <Notice tone="warn" title={words.title} isLive>
        <p>{words.sentence}</p>
      </Notice>
      {record.canListOrders ? <ListedCandidates {...deciding} /> : <OwnSearch {...deciding} />}
    </div>
  )
}

const lost = { ok: false, sentence: 'The browser ended the extension’s worker. Look again.' } as const
