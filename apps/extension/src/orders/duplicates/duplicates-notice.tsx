import { describePossibleDuplicate } from '@orderwright/outbox'
import type { JSX } from 'preact'
import { ownValue } from '../../platform/own-value.ts'
import type { PopupModel } from '../../screens/popup-model.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { settleStray } from './possible-duplicates.ts'

interface StraysProps {
  readonly model: PopupModel
  readonly accountId: string
}

/** Orders that the upstream has, that the list does not, and that look like doubles of what was ordered once. */
export function Strays({ model, accountId }: StraysProps): JSX.Element {
  const strays = (ownValue(model.strays.value, accountId) ?? []).filter(({ isKnown }) => !isKnown)
  return (
    <>
      {strays.map(({ orderId, recordId }) => {
        const record = model.orders.entries.value.find(entry => entry.record.id === recordId)?.record
        return (
          record !== undefined && (
            <Notice
              key={orderId}
              tone="warn"
              title="An order that is not in this list"
              isLive
              actions={<Button onClick={() => void settleStray(accountId, orderId)}>I know of it</Button>}
            >
              <p>{describePossibleDuplicate({ order: { orderId }, record })}</p>
            </Notice>
          )
        )
      })}
    </>
  )
}
