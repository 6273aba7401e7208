import type { JSX } from 'preact'
import { formatMoney } from '../format/money.ts'

interface MoneyProps {
  /** A decimal string; kept to its last digit in the element's `value`. */
  readonly amount: string
  readonly currency: string
  /** How many decimals it has at least, as the others of its list. Default: those of its currency. */
  readonly decimals?: number
}

export function Money({ amount, currency, decimals }: MoneyProps): JSX.Element {
  return (
    <data class="money" value={amount}>
      {formatMoney(amount, currency, decimals)}
    </data>
  )
}
