import type { JSX } from 'preact'
import type { Account } from '../accounts/account.ts'
import { EndingView } from '../checkout/ui/outcome-view.tsx'
import { ReviewView } from '../checkout/ui/review-view.tsx'
import { OrderNews } from '../checkout/ui/unseen-outcome-notice.tsx'
import { DraftNotice } from '../order-form/ui/draft-notice.tsx'
import { OrderFields } from '../order-form/ui/order-fields.tsx'
import { PricePanel } from '../order-form/ui/price-panel.tsx'
import { TargetSection } from '../order-form/ui/target-section.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { PopupModel } from './popup-model.ts'

interface OrderViewProps {
  readonly model: PopupModel
  readonly account: Account
}

/** The form, its review, and what became of it: one at a time. */
export function OrderView({ model, account }: OrderViewProps): JSX.Element {
  const ordering = model.ordering.state.value
  switch (ordering.kind) {
    case 'editing':
      return <FormView model={model} account={account} />
    case 'reviewing':
      return (
        <ReviewView
          model={model}
          account={account}
          complete={ordering.complete}
          obstacle={ordering.obstacle}
          isPlacing={false}
        />
      )
    case 'placing':
      return (
        <ReviewView
          model={model}
          account={account}
          complete={ordering.complete}
          obstacle={undefined}
          isPlacing
        />
      )
    case 'ended':
      return <EndingView model={model} account={account} record={ordering.record} />
  }
}

function FormView({ model, account }: OrderViewProps): JSX.Element {
  const problem = model.data.problem.value
  const gone = model.form.goneService.value
  return (
    <div class="popup-body">
      <main class="popup-scroll fields" aria-label="Order">
        <h1 class="visually-hidden">Order for this page</h1>
        {problem !== undefined && (
          <Notice
            tone="bad"
            title="The upstream could not be asked"
            isLive
            actions={
              <Button variant="quiet" onClick={() => void model.refresh()}>
                Try again
              </Button>
            }
          >
            <p>{problem}</p>
          </Notice>
        )}
        <OrderNews model={model} account={account} />
        <DraftNotice drafts={model.drafts} />
        <TargetSection model={model} />
        {gone !== undefined && (
          <Notice tone="warn" title={`Service ${gone} is no longer offered`} isLive>
            <p>Choose another one; everything else that you entered is still here.</p>
          </Notice>
        )}
        <OrderFields model={model} />
      </main>
      <PricePanel model={model} />
    </div>
  )
}
