import type { Param } from '../catalogue/service.ts'
import { Decimal } from '../money/decimal.ts'
import { parseDecimal } from '../parse-decimal.ts'
import { countLines } from '../rules/text.ts'

/**
 * The amount by which a modifier acts. (reading) The value itself where it is a plain decimal; else, where
 * the param counts lines or the text has more than one, its number of lines that are not blank; else 1, as an
 * option that is chosen counts once.
 */
export function providedAmount(param: Param, value: string): Decimal {
  const number = parseDecimal(value)
  if (number !== undefined) return number
  const countsLines = param.rules.some(rule => rule.name === 'minlines') || value.includes('\n')
  return new Decimal(countsLines ? countLines(value) : 1)
}
