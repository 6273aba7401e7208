import { isolate } from '@orderwright/core'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { lifeWords } from '../../orders/status-text.ts'
import type { PopupModel } from '../../screens/popup-model.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

interface OrderNewsProps {
  readonly model: PopupModel
  readonly account: Account
}

/** What became of an order whose end the person may not have seen: what is known, and what to do. */
export function OrderNews({ model, account }: OrderNewsProps): JSX.Element | null {
  const record = model.news.order.value
  if (record === undefined) return null
  const words = lifeWords(record, account.name)
  const isAgain = record.life.state === 'not_sent'
  return (
    <Notice
      tone={'orderId' in record.life ? 'good' : 'warn'}
      title={`${words.title}: ${isolate(record.confirmed.serviceName)}`}
      isLive
      actions={
        <Button
          onClick={() => {
            if (isAgain) model.reviewing.tryAgain(record)
            else model.view.value = 'orders'
          }}
        >
          {isAgain ? 'Try again' : 'Show the order'}
        </Button>
      }
    >
      <p>{words.sentence}</p>
    </Notice>
  )
}
