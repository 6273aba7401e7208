import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { OtherOffers } from '../../price/ui/other-offers.tsx'
import { Prices } from '../../price/ui/price-chart.tsx'
import type { OrderForm } from '../form-model.ts'
import type { PriceModel } from '../price-model.ts'
import { StepList } from './step-list.tsx'

interface PriceBreakdownProps {
  readonly form: OrderForm
  readonly price: PriceModel
  readonly currency: string
  /** All at which services are compared. */
  readonly accounts: readonly Account[]
}

/** Shows how the price comes about, what other quantities cost, and what the same quantity costs elsewhere. */
export function PriceBreakdown({ form, price, currency, accounts }: PriceBreakdownProps): JSX.Element {
  const quote = form.quote.value
  const service = form.service.value
  const quantity = form.quantity.value
  return (
    <>
      {quote !== undefined && (
        <StepList quote={quote} service={service} currency={currency} hasTotal={false} />
      )}
      <Prices
        curve={price.curve.value}
        quantity={quantity}
        currency={currency}
        onChoose={chosen => form.change({ quantity: chosen })}
      />
      {service?.quantitySource.kind === 'given' && quantity !== undefined && (
        <OtherOffers accounts={accounts} service={service} quantity={quantity} />
      )}
    </>
  )
}
