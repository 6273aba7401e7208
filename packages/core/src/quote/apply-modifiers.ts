import type { Service } from '../catalogue/service.ts'
import { Decimal, parseDecimal } from '../money/decimal.ts'
import { add, divide, type Fraction, fraction, fractionToDecimal, multiply } from '../money/fraction.ts'
import type { Modifier, Param } from '../rules/param.ts'
import { countLines, isBlankText } from '../rules/text.ts'
import type { OrderFields } from './read-request.ts'
import type { Step } from './step.ts'

export interface RunningTotal {
  readonly total: Fraction
  readonly steps: readonly Step[]
}

/**
 * Applies each modifier that has a value to the running total, in catalogue order. (reading) Partial units are prorated, as in the
 * document's own formula. (QQTube v1, services, `params[modify_type]`.)
 */
export function applyModifiers(service: Service, { params }: OrderFields, start: Fraction): RunningTotal {
  let total = start
  const steps: Step[] = []
  for (const param of service.params) {
    const value = params.get(param.name) ?? ''
    if (param.modifier === undefined || isBlankText(value)) continue
    const applied = applyModifier(param, param.modifier, value, total)
    total = applied.total
    steps.push(applied.step)
  }
  return { total, steps }
}

function applyModifier(
  param: Param,
  { type, every, by }: Modifier,
  value: string,
  before: Fraction,
): { readonly total: Fraction; readonly step: Step } {
  const provided = providedAmount(param, value)
  const amount = multiply(divide(fraction(provided), fraction(every)), fraction(by))
  const total = type === 'add' ? add(before, amount) : multiply(before, amount)
  const shared = {
    param: param.name,
    label: param.label,
    provided,
    every,
    by,
    total: fractionToDecimal(total),
  }
  const change = fractionToDecimal(amount)
  const step: Step =
    type === 'add'
      ? { kind: 'add', ...shared, addend: change }
      : { kind: 'multiply', ...shared, factor: change }
  return { total, step }
}

/**
 * Returns the amount by which a modifier acts. (reading) It is the value itself if that is a plain decimal. If not, it is the number of
 * lines that are not blank if the param has a `minlines` rule or the text has several lines, and 1 otherwise: a chosen option counts
 * once.
 */
function providedAmount(param: Param, value: string): Decimal {
  const number = parseDecimal(value)
  if (number !== undefined) return number
  const countsLines = param.rules.some(rule => rule.name === 'minlines') || value.includes('\n')
  return new Decimal(countsLines ? countLines(value) : 1)
}
