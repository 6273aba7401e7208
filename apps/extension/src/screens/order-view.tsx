import { isolate } from '@orderwright/core'
import type { OrderRecord } from '@orderwright/outbox'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Account } from '../accounts/account.ts'
import { DraftNotice } from '../order-form/ui/draft-notice.tsx'
import { OrderFields } from '../order-form/ui/order-fields.tsx'
import { PricePanel } from '../order-form/ui/price-panel.tsx'
import { TargetSection } from '../order-form/ui/target-section.tsx'
import { Templates } from '../order-form/ui/templates.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { OutcomeView, PriceBreakdown, ReviewView, UnseenOutcomeNotice } from './later-views.tsx'
import type { PopupModel } from './popup-model.ts'
import { messages as texts } from './texts/popup/en.generated.ts'

interface OrderViewProps {
  readonly model: PopupModel
  readonly account: Account
}

/** Shows the form, its review, and what became of it: one at a time. */
export function OrderView({ model, account }: OrderViewProps): JSX.Element {
  const checkout = model.checkout.state.value
  switch (checkout.kind) {
    case 'editing':
      return <FormView model={model} account={account} />
    case 'reviewing':
    case 'held':
    case 'placing':
      return (
        <ReviewView
          account={account}
          accounts={model.accounts}
          currency={model.currency.value}
          balance={model.data.balance.value}
          limits={model.limits}
          complete={checkout.complete}
          issue={checkout.kind === 'reviewing' ? checkout.issue : undefined}
          isPlacing={checkout.kind === 'placing'}
          heldMs={checkout.kind === 'held' ? checkout.ms : undefined}
          onBack={model.checkout.edit}
          onPlace={() => void model.place()}
          onUndo={model.checkout.undo}
          onShowOrder={id => void model.showOrders(id)}
        />
      )
    case 'ended':
      return <Ended model={model} account={account} record={checkout.record} />
  }
}

function Ended({ model, account, record }: OrderViewProps & { readonly record: OrderRecord }): JSX.Element {
  const entries = model.orders.entries.value
  return (
    <OutcomeView
      account={account}
      // The history may know more by now than when the order ended.
      entry={entries.find(({ record: { id } }) => id === record.id) ?? { record }}
      flags={model.data.flags.value}
      capabilities={model.data.capabilities.value}
      isTriedAgain={entries.some(other => other.record.retryOf === record.id)}
      onEdit={model.checkout.edit}
      onShowOrders={() => {
        model.checkout.edit()
        model.view.value = 'orders'
      }}
      onTryAgain={model.reviewing.tryAgain}
    />
  )
}

function FormView({ model, account }: OrderViewProps): JSX.Element {
  const problem = model.data.problem.value
  const gone = model.form.goneService.value
  const currency = model.currency.value
  const unseen = model.unseenOutcome.order.value
  useEffect(beginAtService, [])
  return (
    <div class="popup-body">
      <main class="popup-scroll fields" aria-label={texts.label()}>
        <h1 class="visually-hidden">{texts.heading()}</h1>
        {problem !== undefined && (
          <Notice
            tone="bad"
            title={texts.unread({ provider: isolate(account.name) })}
            isLive
            actions={
              <Button variant="quiet" onClick={() => void model.refresh()}>
                {texts.retry()}
              </Button>
            }
          >
            <p>{problem}</p>
          </Notice>
        )}
        {unseen !== undefined && (
          <UnseenOutcomeNotice
            record={unseen}
            account={account}
            onTryAgain={model.reviewing.tryAgain}
            onShowOrders={() => {
              model.view.value = 'orders'
            }}
          />
        )}
        <DraftNotice drafts={model.drafts} />
        <TargetSection form={model.form} page={model.page} onMoveOn={() => void model.moveOn()} />
        {gone !== undefined && (
          <Notice tone="warn" title={texts.gone.title({ id: isolate(gone) })} isLive>
            <p>{texts.gone.text()}</p>
          </Notice>
        )}
        <Templates model={model.templates} />
        <OrderFields
          form={model.form}
          price={model.price}
          picker={model.picker}
          data={model.data}
          currency={currency}
        />
      </main>
      <PricePanel
        form={model.form}
        price={model.price}
        currency={currency}
        balance={model.data.balance.value}
        limits={model.limits}
        account={account}
        onReview={model.reviewing.review}
      >
        <PriceBreakdown form={model.form} price={model.price} currency={currency} accounts={model.accounts} />
      </PricePanel>
    </div>
  )
}

/** Moves the focus to the service when the window opens: what is typed next is searched for. */
function beginAtService(): void {
  if (document.activeElement !== document.body) return
  const field = document.querySelector<HTMLInputElement>('#service')
  field?.focus()
  field?.select()
}
