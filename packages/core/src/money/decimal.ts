import { Decimal as DecimalJs } from 'decimal.js'

/**
 * The one configured decimal of the project. 60 significant digits hold every total whose expansion ends
 * within 40 exactly, and leave the others right far beyond the 30 that are promised. The exponent bounds keep
 * `toString` out of exponent notation, should somebody print with it instead of `toFixed`.
 */
export const Decimal: typeof DecimalJs = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})

export type Decimal = DecimalJs
