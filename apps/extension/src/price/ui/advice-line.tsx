import type { JSX } from 'preact'
import { formatCount, formatMoney } from '../../format/money.ts'
import { Button } from '../../ui/button.tsx'
import type { PriceAdvice } from '../price-advice.ts'
import { messages as texts } from '../texts/en.generated.ts'
import { messages as ownTexts } from './texts/en.generated.ts'

interface AdviceLineProps {
  readonly advice: PriceAdvice | undefined
  /** The quantity that the advice is about. */
  readonly quantity: string
  readonly currency: string
  /** Whether the account can pay for the quantity that is advised. */
  readonly canTake: boolean
  readonly onChoose: (quantity: string) => void
}

/** Shows a better quantity than the one that is filled in. Its line keeps its height without one. */
export function AdviceLine(props: AdviceLineProps): JSX.Element {
  const { advice, quantity, currency, canTake, onChoose } = props
  return (
    <div class="price-advice" data-kind={advice?.kind}>
      <p role="status">{advice === undefined ? '' : describeAdvice(advice, quantity, currency)}</p>
      {advice !== undefined && canTake && (
        <Button variant="quiet" onClick={() => onChoose(advice.quantity)}>
          {ownTexts.use({ quantity: formatCount(advice.quantity) })}
        </Button>
      )}
    </div>
  )
}

function describeAdvice(advice: PriceAdvice, quantity: string, currency: string): string {
  const more = formatCount(advice.quantity)
  if (advice.kind === 'price_break') {
    return texts.advice.priceBreak({ quantity: more, price: formatMoney(advice.per1000, currency) })
  }
  const less = formatCount(quantity)
  return /^[0.]*$/.test(advice.saving)
    ? texts.advice.costsTheSame({ more, less })
    : texts.advice.costsLess({ more, less, saving: formatMoney(advice.saving, currency) })
}
