import type { JSX } from 'preact'
import { formatMoney } from '../format/money.ts'

interface MoneyProps {
  /** A decimal string; kept to its last digit in the element's `value`. */
  readonly amount: string
  readonly currency: string
}

export function Money({ amount, currency }: MoneyProps): JSX.Element {
  return (
    <data class="money" value={amount}>
      {formatMoney(amount, currency)}
    </data>
  )
}
