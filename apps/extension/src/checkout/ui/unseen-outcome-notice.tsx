import { isolate } from '@orderwright/core'
import type { OrderRecord } from '@orderwright/outbox'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { statusText } from '../../orders/status-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { messages as texts } from './texts/en.generated.ts'

interface UnseenOutcomeNoticeProps {
  readonly record: OrderRecord
  readonly account: Account
  readonly onTryAgain: (record: OrderRecord) => void
  readonly onShowOrders: () => void
}

/** Shows what became of an order whose outcome the person may not have seen, and what to do. */
export function UnseenOutcomeNotice({
  record,
  account,
  onTryAgain,
  onShowOrders,
}: UnseenOutcomeNoticeProps): JSX.Element {
  const words = statusText(record, account.name)
  const isAgain = record.state.name === 'not_sent'
  return (
    <Notice
      tone={'orderId' in record.state ? 'good' : 'warn'}
      title={texts.unseen.title({
        title: words.title,
        service: isolate(record.confirmed.serviceName),
      })}
      isLive
      actions={
        <Button onClick={() => (isAgain ? onTryAgain(record) : onShowOrders())}>
          {isAgain ? texts.unseen.again() : texts.unseen.show()}
        </Button>
      }
    >
      <p>{words.sentence}</p>
    </Notice>
  )
}
