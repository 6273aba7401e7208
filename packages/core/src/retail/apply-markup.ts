import { Decimal } from '../money/decimal.ts'
import { decimalArgument, given } from '../money/decimal-argument.ts'
import { refuseOtherCurrency } from './currency.ts'
import type { RetailPrice, RetailStep } from './retail-price.ts'

/** What a reseller adds. Every number is a decimal string from 0; amounts are in the markup's currency. */
export interface Markup<Code extends string = string> extends Surcharge {
  readonly currency: Code
  /** Surcharges that count in place of the markup's own from a quantity on. The one that begins last counts. */
  readonly tiers?: readonly MarkupTier[] | undefined
  /** The least that is asked for an order. */
  readonly minimumCharge?: string | undefined
  /** The least margin, in percent of the price, below 100: '20' makes at least 1.25 of a cost of 1.00. */
  readonly marginFloor?: string | undefined
}

export interface Surcharge {
  /** In percent of the price so far, which is at first the cost: '30' makes 1.30 of 1.00. */
  readonly percent?: string | undefined
  /** Added once for an order. */
  readonly fixed?: string | undefined
}

export interface MarkupTier extends Surcharge {
  /** The least quantity that the tier counts for. */
  readonly from: string
}

/**
 * Marks a price up: first by the percentage, then by the fixed amount, then to the minimum charge and the margin floor if it is still
 * below one of them. Each leaves a step. `round` never goes below the minimum charge and the margin floor either.
 *
 * @throws {TypeError} if the markup is of another currency than the price, or a number of it is no decimal in plain notation.
 * @throws {RangeError} if a number is below 0, or the margin floor is not below 100.
 *
 * @example
 * ```ts
 * const cost = retailPrice({ total: new Decimal('1.50'), quantity: new Decimal('5000') }, 'EUR')
 * const markup = { currency: 'EUR', percent: '40', tiers: [{ from: '5000', percent: '20' }], minimumCharge: '1', marginFloor: '25' }
 * const price = applyMarkup(cost, markup)
 * price.total.toFixed() // '2'
 * price.steps.map(({ kind, addend }) => `${kind} ${addend}`) // ['cost 1.5', 'percent 0.3', 'margin_floor 0.2']
 * ```
 */
export function applyMarkup<Code extends string>(
  price: RetailPrice<Code>,
  markup: Markup<NoInfer<Code>>,
): RetailPrice<Code> {
  refuseOtherCurrency(price.currency, markup.currency, 'applyMarkup: the markup is in')
  const { percent, fixed } = surchargeFor(price.quantity, markup)
  const minimum = atLeastZero(markup.minimumCharge ?? '0', 'minimumCharge')
  const floor = leastWithMargin(price.cost, markup.marginFloor ?? '0')
  const steps: [RetailStep, ...RetailStep[]] = [...price.steps]
  let { total } = price
  const raise = (kind: RetailStep['kind'], addend: Decimal): void => {
    if (addend.lte(0)) return
    total = total.plus(addend)
    steps.push({ kind, addend, total })
  }
  raise('percent', total.times(percent).div(100))
  raise('fixed', fixed)
  raise('minimum_charge', minimum.minus(total))
  raise('margin_floor', floor.minus(total))
  return { ...price, total, steps, least: Decimal.max(price.least, minimum, floor) }
}

interface ReadSurcharge {
  readonly percent: Decimal
  readonly fixed: Decimal
}

function surchargeFor(quantity: Decimal, markup: Markup): ReadSurcharge {
  let surcharge = readSurcharge(markup, '')
  let begin: Decimal | undefined
  for (const [index, tier] of (markup.tiers ?? []).entries()) {
    const place = `tiers[${index}].`
    const from = atLeastZero(tier.from, `${place}from`)
    const read = readSurcharge(tier, place)
    if (from.gt(quantity) || begin?.gte(from)) continue
    begin = from
    surcharge = read
  }
  return surcharge
}

function readSurcharge({ percent = '0', fixed = '0' }: Surcharge, place: string): ReadSurcharge {
  return {
    percent: atLeastZero(percent, `${place}percent`),
    fixed: atLeastZero(fixed, `${place}fixed`),
  }
}

/** Returns the least price of which a percentage is margin: cost ÷ (1 − percent ÷ 100). */
function leastWithMargin(cost: Decimal, percent: string): Decimal {
  const margin = atLeastZero(percent, 'marginFloor')
  if (margin.lt(100)) return cost.times(100).div(new Decimal(100).minus(margin))
  throw new RangeError(`applyMarkup: marginFloor must be below 100, was given ${given(percent)}`)
}

function atLeastZero(text: string, name: string): Decimal {
  const number = decimalArgument(text, `applyMarkup: ${name}`)
  if (!number.lt(0)) return number
  throw new RangeError(`applyMarkup: ${name} must be at least 0, was given ${given(text)}`)
}
