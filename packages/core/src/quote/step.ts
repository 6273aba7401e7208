import type { Tier } from '../catalogue/service.ts'
import type { Decimal } from '../money/decimal.ts'

/** One line of the way from a quantity to a total. `total` is the running total after it. */
export type Step =
  /** quantity × price ÷ pricingPer of the tier that contains the quantity. */
  | {
      readonly kind: 'base'
      readonly tier: Tier
      readonly quantity: Decimal
      readonly total: Decimal
    }
  /** The running total + provided ÷ every × by. */
  | {
      readonly kind: 'add'
      readonly param: string
      readonly label: string
      readonly provided: Decimal
      readonly every: string
      readonly by: string
      readonly addend: Decimal
      readonly total: Decimal
    }
  /** The running total × (provided ÷ every × by). */
  | {
      readonly kind: 'multiply'
      readonly param: string
      readonly label: string
      readonly provided: Decimal
      readonly every: string
      readonly by: string
      readonly factor: Decimal
      readonly total: Decimal
    }
  /** The running total + quantity ÷ increment × cost. */
  | {
      readonly kind: 'drip'
      readonly quantity: Decimal
      readonly increment: string
      readonly cost: string
      readonly addend: Decimal
      readonly total: Decimal
    }
  /** Nothing now: each delivered order is charged when it is delivered. */
  | { readonly kind: 'later'; readonly total: Decimal }
