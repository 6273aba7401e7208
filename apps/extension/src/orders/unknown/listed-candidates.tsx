import { isolate } from '@orderwright/core'
import type { OrderRecord, UnknownState } from '@orderwright/outbox'
import type { JSX } from 'preact'
import { formatClock, formatTime } from '../../format/time.ts'
import { Button } from '../../ui/button.tsx'
import { Money } from '../../ui/money.tsx'
import { richText } from '../../ui/texts/rich-text.tsx'
import type { Deciding } from './deciding.ts'
import { NumberForm } from './number-form.tsx'
import { messages as texts } from './texts/en.generated.ts'

interface ListedCandidatesProps {
  readonly record: OrderRecord
  readonly state: UnknownState
  /** The account's name. */
  readonly upstream: string
  readonly deciding: Deciding
}

/** Shows the orders of an upstream's list that may be the unknown one, and what can be said of them. */
export function ListedCandidates({ record, state, upstream, deciding }: ListedCandidatesProps): JSX.Element {
  const { isLooking, isBusy, problem, lookUp, answer } = deciding
  const { candidates, lastLookedUpAt, lookAgainAt } = state
  const hasLooked = lastLookedUpAt !== undefined
  const canTell = hasLooked && state.readInPart === undefined
  const own = { record, upstream, deciding }
  return (
    <>
      {candidates.length > 0 && (
        <ul class="order-candidates">
          {candidates.map(({ orderId, createdAt, charge, currency }) => (
            <li class="order-candidate" key={orderId}>
              <span>
                {richText(hold =>
                  texts.candidate({
                    orderId: isolate(orderId),
                    time: createdAt === undefined ? 'none' : formatTime(createdAt),
                    charge:
                      charge === undefined
                        ? 'none'
                        : hold(
                            <Money amount={charge} currency={currency ?? record.confirmed.currency ?? ''} />,
                          ),
                  }),
                )}
              </span>
              <Button variant="quiet" isBusy={isBusy} onClick={() => answer({ kind: 'placed', orderId })}>
                {texts.thisIsIt()}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {problem !== undefined && canTell && <p role="alert">{problem}</p>}
      {!canTell && (hasLooked || problem !== undefined) && <OwnLook {...own} />}
      {hasLooked && (
        <p class="undecided-facts">
          {candidates.length === 0 && lookAgainAt > lastLookedUpAt
            ? texts.lookedAgain({ time: formatTime(lastLookedUpAt), next: formatClock(lookAgainAt) })
            : texts.looked({ time: formatTime(lastLookedUpAt) })}
        </p>
      )}
      <div class="undecided-choices">
        <Button isBusy={isLooking} onClick={lookUp}>
          {isLooking ? texts.looking() : hasLooked ? texts.lookAgain() : texts.lookUp()}
        </Button>
        {canTell && (
          <Button variant="quiet" isBusy={isBusy} onClick={() => answer({ kind: 'not_placed' })}>
            {candidates.length > 0 ? texts.none() : texts.notPlaced()}
          </Button>
        )}
      </div>
    </>
  )
}

type OwnLookProps = Pick<ListedCandidatesProps, 'record' | 'upstream' | 'deciding'>

/** Lets the person look for themselves if the list cannot be read in full: nothing stays unknown for good. */
function OwnLook({ record, upstream, deciding }: OwnLookProps): JSX.Element {
  const { isBusy, answer } = deciding
  return (
    <NumberForm record={record} upstream={upstream} deciding={deciding} hint={texts.foundHint()}>
      <Button isBusy={isBusy} onClick={() => answer({ kind: 'not_placed' })}>
        {texts.notPlaced()}
      </Button>
    </NumberForm>
  )
}
