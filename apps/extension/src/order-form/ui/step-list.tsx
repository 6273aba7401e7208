import type { Quote, Service } from '@orderwright/core'
import type { JSX } from 'preact'
import { quantityLabel } from '../../catalogue/describe-service.ts'
import { Money } from '../../ui/money.tsx'
import { describeStep } from '../describe-step.ts'
import { messages as texts } from './texts/en.generated.ts'

interface StepListProps {
  readonly quote: Quote
  readonly service: Service | undefined
  readonly currency: string
}

/** Shows the steps to a total, line by line. */
export function StepList({ quote, service, currency }: StepListProps): JSX.Element {
  return (
    <div>
      <ol class="steps">
        {quote.steps.map((step, position) => {
          const { label, working, effect } = describeStep(step, currency, quantityLabel(service))
          return (
            <li class="step" key={`${position}/${label}`}>
              <span dir="auto">{label}</span>
              <span class="step-working">{working}</span>
              <span class="step-effect">{effect}</span>
            </li>
          )
        })}
      </ol>
      <p class="steps-total">
        <span>{texts.price.total()}</span>
        <Money amount={quote.total.toFixed()} currency={currency} />
      </p>
    </div>
  )
}
