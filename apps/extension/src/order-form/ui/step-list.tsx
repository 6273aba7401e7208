import type { Quote, Service } from '@orderwright/core'
import type { JSX } from 'preact'
import { Money } from '../../ui/money.tsx'
import { describeQuote } from '../describe-quote.ts'
import { messages as texts } from './texts/en.generated.ts'

interface StepListProps {
  readonly quote: Quote
  readonly service: Service | undefined
  readonly currency: string
  /** False if the total stands beside the list already. Default: true. */
  readonly hasTotal?: boolean
}

/** Shows the steps to a total, line by line. */
export function StepList({ quote, service, currency, hasTotal = true }: StepListProps): JSX.Element {
  const { lines, decimals } = describeQuote(quote, service, currency)
  return (
    <div>
      <ol class="steps">
        {lines.map(({ label, working, effect }, position) => (
          <li class="step" key={`${position}/${label}`}>
            <span dir="auto">{label}</span>
            <span class="step-working">{working}</span>
            <span class="step-effect">{effect}</span>
          </li>
        ))}
      </ol>
      {hasTotal && (
        <p class="steps-total">
          <span>{texts.price.total()}</span>
          <Money amount={quote.total.toFixed()} currency={currency} decimals={decimals} />
        </p>
      )}
    </div>
  )
}
