import { Decimal, promisedDigits } from '../money/decimal.ts'
import { given } from '../money/decimal-argument.ts'
import { currencyDigits, refuseOtherCurrency } from './currency.ts'
import type { RetailPrice, RetailStep } from './retail-price.ts'

/**
 * Where a total goes that lies between two that can be paid: away from 0 (`up`), towards it (`down`), to the greater (`ceiling`) or the
 * lesser (`floor`), or to the nearer one; the middle goes away from 0 (`half_up`), towards it (`half_down`), or to the even digit
 * (`half_even`).
 */
export type RoundingMode = 'up' | 'down' | 'ceiling' | 'floor' | 'half_up' | 'half_down' | 'half_even'

/**
 * Rounds a price to the currency's own decimals, once and as the last step. Every line of the result is a whole number of the currency's
 * least unit, and the lines add up to the total: the total is rounded by the mode, each line before it to the nearer unit, and what is
 * between goes into the step `rounding`. A total that the mode would put below a minimum charge or a margin floor goes up to the next unit.
 *
 * @throws {TypeError} if the price is in another currency.
 * @throws {RangeError} if the mode is none of these.
 *
 * @example
 * ```ts
 * const cost = retailPrice({ total: new Decimal('1.234'), quantity: new Decimal('1000') }, 'EUR')
 * const price = round(applyMarkup(cost, { currency: 'EUR', percent: '50' }), { currency: 'EUR', mode: 'up' })
 * price.total.toFixed() // '1.86'
 * price.steps.map(({ kind, addend }) => `${kind} ${addend.toFixed(2)}`) // ['cost 1.23', 'percent 0.62', 'rounding 0.01']
 * ```
 */
export function round<Code extends string>(
  price: RetailPrice<Code>,
  { currency, mode }: { readonly currency: NoInfer<Code>; readonly mode: RoundingMode },
): RetailPrice<Code> {
  refuseOtherCurrency(price.currency, currency, 'round: the currency is')
  if (!Object.hasOwn(roundings, mode)) {
    throw new RangeError(
      `round: mode must be one of ${Object.keys(roundings).join(', ')}, was given ${given(mode)}`,
    )
  }
  const digits = currencyDigits(currency)
  const least = settled(price.least).toDecimalPlaces(digits, Decimal.ROUND_UP)
  const total = Decimal.max(settled(price.total).toDecimalPlaces(digits, roundings[mode]), least)
  const [first, ...others] = price.steps
  let running = new Decimal(0)
  const rounded = ({ kind, addend }: RetailStep): RetailStep => {
    const shown = settled(addend).toDecimalPlaces(digits, Decimal.ROUND_HALF_EVEN)
    running = running.plus(shown)
    return { kind, addend: shown, total: running }
  }
  const steps: RetailPrice['steps'] = [rounded(first), ...others.map(rounded)]
  const rest = total.minus(running)
  return { ...price, total, steps: [...steps, { kind: 'rounding', addend: rest, total }] }
}

/** Takes off the digits beyond those that are promised, so that three thirds are 1 and not a little less. */
function settled(amount: Decimal): Decimal {
  return amount.toSignificantDigits(promisedDigits.exact)
}

const roundings = {
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
  half_up: Decimal.ROUND_HALF_UP,
  half_down: Decimal.ROUND_HALF_DOWN,
  half_even: Decimal.ROUND_HALF_EVEN,
} as const satisfies Record<RoundingMode, number>
