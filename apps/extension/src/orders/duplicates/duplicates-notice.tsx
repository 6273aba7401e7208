import { describePossibleDuplicate } from '@orderwright/outbox'
import type { JSX } from 'preact'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { OrderEntry } from '../history/order-entry.ts'
import { acknowledgeDuplicate, type StoredDuplicate } from './possible-duplicates.ts'
import { messages as texts } from './texts/en.generated.ts'

interface DuplicatesNoticeProps {
  readonly accountId: string
  /** The account's orders. */
  readonly entries: readonly OrderEntry[]
  /** The account's, with those that the person knows of. */
  readonly duplicates: readonly StoredDuplicate[]
}

/**
 * Shows orders that the upstream has, that the history does not, and that look like duplicates of what was ordered
 * once.
 */
export function DuplicatesNotice({ accountId, entries, duplicates }: DuplicatesNoticeProps): JSX.Element {
  const fresh = duplicates.filter(({ isKnown }) => !isKnown)
  return (
    <>
      {fresh.map(({ orderId, recordId }) => {
        const record = entries.find(entry => entry.record.id === recordId)?.record
        return (
          record !== undefined && (
            <Notice
              key={orderId}
              tone="warn"
              title={texts.title()}
              isLive
              actions={
                <Button onClick={() => void acknowledgeDuplicate(accountId, orderId)}>{texts.known()}</Button>
              }
            >
              <p>{describePossibleDuplicate({ order: { orderId }, record })}</p>
            </Notice>
          )
        )
      })}
    </>
  )
}
