import type { JSX } from 'preact'
import type { Account } from '../account/account.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { EndingView } from './ending-view.tsx'
import { OrderFields } from './order-fields.tsx'
import { OrderNews } from './order-news-notice.tsx'
import type { PopupModel } from './popup-model.ts'
import { PricePanel } from './price-panel.tsx'
import { ReviewView } from './review-view.tsx'
import { TargetSection } from './target-section.tsx'

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
