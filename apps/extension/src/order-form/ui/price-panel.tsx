import { messages as texts } from './texts/en.generated.ts'
import './price-panel.css'
import { Decimal, isolate, parseDecimal, type Quote } from '@orderwright/core'
import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import type { Balance } from '../../accounts/balances.ts'
import { formatCount } from '../../format/money.ts'
import { describeLimit } from '../../limits/describe-limit.ts'
import type { LiveLimits } from '../../limits/live-limits-model.ts'
import { AddFunds, ShortfallNotice } from '../../price/ui/shortfall-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Money } from '../../ui/money.tsx'
import { richText } from '../../ui/texts/rich-text.tsx'
import type { OrderForm } from '../form-model.ts'
import type { PriceModel } from '../price-model.ts'

interface PricePanelProps {
  readonly form: OrderForm
  readonly price: PriceModel
  readonly currency: string
  readonly balance: Balance | undefined
  readonly limits: Pick<LiveLimits, 'issuesOf'>
  readonly account: Account
  /** What shows when the breakdown is opened. */
  readonly children: ComponentChildren
  /** Shows the order for review; false if it is not complete. */
  readonly onReview: () => boolean
}

/** Shows the live price at the foot of the form, of one height whether there is a price or not. */
export function PricePanel(props: PricePanelProps): JSX.Element {
  const { form, price, currency, balance, account, onReview } = props
  const areStepsShown = useSignal(false)
  const quote = form.quote.value
  const isExpanded = areStepsShown.value && quote !== undefined
  return (
    <footer class="popup-foot">
      {isExpanded && (
        <section class="price-steps" id="price-steps" aria-label={texts.price.breakdown()}>
          {props.children}
        </section>
      )}
      <Limit {...props} />
      <div class="price">
        <div class="price-sum">
          <p class="price-label">{quote?.isChargedLater ? texts.price.now() : texts.price.total()}</p>
          <p
            class="price-total"
            aria-live="polite"
            data-none={quote === undefined ? '' : undefined}
            data-testid="total"
          >
            {quote === undefined ? '–' : <Money amount={quote.total.toFixed()} currency={currency} />}
          </p>
        </div>
        {price.shortfall.value === undefined ? (
          <Button
            variant="primary"
            title={texts.price.shortcut()}
            onClick={() => {
              if (!onReview()) focusFirstIssue()
            }}
          >
            {texts.price.review()}
          </Button>
        ) : (
          <AddFunds baseUrl={account.baseUrl} />
        )}
        <div class="price-more">
          {quote === undefined ? (
            <p class="price-label" title={priceHint(form)}>
              {priceHint(form)}
            </p>
          ) : (
            <Button
              variant="quiet"
              isExpanded={isExpanded}
              controls="price-steps"
              onClick={() => {
                areStepsShown.value = !areStepsShown.value
              }}
            >
              {texts.price.breakdown()}
              <Icon name="chevronUp" />
            </Button>
          )}
          {quote?.isChargedLater === true && <p class="price-after">{texts.price.later()}</p>}
          {quote?.isChargedLater === false && balance !== undefined && (
            <After balance={balance} quote={quote} />
          )}
        </div>
      </div>
    </footer>
  )
}

/** Shows the first limit that the order would go over, as long as it does; a balance that is too low comes first. */
function Limit({ form, price, currency, limits, account }: PricePanelProps): JSX.Element {
  const shortfall = price.shortfall.value
  if (shortfall !== undefined) {
    return (
      <ShortfallNotice
        sentence={describeLimit(shortfall.issue, account.name, currency)}
        affordable={shortfall.affordable}
        onChoose={quantity => form.change({ quantity })}
      />
    )
  }
  const total = form.quote.value?.total.toFixed()
  const [issue] = total === undefined ? [] : limits.issuesOf(total)
  return (
    <p class="price-limit" role="status">
      {issue !== undefined && describeLimit(issue, account.name, currency)}
    </p>
  )
}

function After({ balance, quote }: { readonly balance: Balance; readonly quote: Quote }): JSX.Element {
  const after = balanceAfter(balance, quote)
  return (
    <p class="price-after" data-short={after.startsWith('-') ? '' : undefined}>
      {richText(hold =>
        texts.price.after({ balance: hold(<Money amount={after} currency={balance.currency} />) }),
      )}
    </p>
  )
}

/** Moves the focus to the first field with an issue, once it is marked. */
export function focusFirstIssue(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
}

/** Returns what is left after an order, a decimal string; negative if the balance does not cover it. */
function balanceAfter(balance: Balance, quote: Quote): string {
  return (parseDecimal(balance.amount) ?? new Decimal(0)).minus(quote.total).toFixed()
}

/** Returns what to do to see a price, in a few words. */
export function priceHint({ service, values, openIssues }: OrderForm): string {
  if (service.value === undefined) return texts.price.chooseService()
  if (service.value.quantitySource.kind === 'given' && values.value.quantity.trim() === '') {
    return texts.price.enterQuantity()
  }
  const [first = ''] = openIssues.value
  const count = openIssues.value.length
  return texts.price.fix({
    count,
    shown: formatCount(`${count}`),
    field: isolate(first),
  })
}
