import './quantity-choices.css'
import type { JSX } from 'preact'
import { formatCount } from '../../format/money.ts'
import { messages as texts } from './texts/en.generated.ts'

interface QuantityChoicesProps {
  /** Decimal strings. */
  readonly quantities: readonly string[]
  /** Whether they stand for a quantity that cannot be ordered. */
  readonly areNearest: boolean
  /** The quantity that is filled in. */
  readonly current: string
  readonly onChoose: (quantity: string) => void
}

/** Shows quantities that fill the field at a click. Their line keeps its height without any. */
export function QuantityChoices(props: QuantityChoicesProps): JSX.Element {
  const { quantities, areNearest, current, onChoose } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name the quantity's own field too
    <div class="choices" role="group" aria-label={areNearest ? texts.nearest() : texts.quick()}>
      {quantities.map(quantity => (
        <button
          key={quantity}
          type="button"
          class="choice-chip"
          data-offered={areNearest ? '' : undefined}
          aria-pressed={areNearest ? undefined : quantity === current}
          onClick={() => onChoose(quantity)}
        >
          {areNearest ? texts.use({ quantity: formatCount(quantity) }) : formatCount(quantity)}
        </button>
      ))}
    </div>
  )
}
