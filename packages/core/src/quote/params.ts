import type { Service } from '../catalogue/service.ts'
import { parseDecimal } from '../money/decimal.ts'
import { type CompiledParam, checkParam, compileParam } from '../rules/check-value.ts'
import type { Issue } from '../rules/issue.ts'
import type { Param } from '../rules/param.ts'
import { isBlankText } from '../rules/text.ts'
import { type OrderFields, type Slots, slotOf, textOf } from './read-request.ts'

/** A param of a service with its place in an order, made ready to judge any number of orders. */
export interface PlacedParam extends CompiledParam {
  readonly slot: number
  readonly hasRelations: boolean
}

export function compileParams({ params }: Service, slots: Slots): readonly PlacedParam[] {
  return params.map(param => {
    const { rules, choices } = compileParam(param)
    const hasRelations = param.requires !== undefined || param.atLeast !== undefined
    return { param, rules, choices, slot: slotOf(slots, param.name), hasRelations }
  })
}

/** Adds the issues of all params in catalogue order, then one for each key that the service has no param for. */
export function checkParams(params: readonly PlacedParam[], fields: OrderFields, issues: Issue[]): void {
  for (const placed of params) {
    const text = fields.texts[placed.slot] ?? ''
    checkParam(placed, text, issues)
    if (placed.hasRelations) checkRelations(placed.param, text, fields, issues)
  }
  if (fields.unknown.size === 0) return
  for (const path of [...fields.unknown.keys()].toSorted()) issues.push({ code: 'unknown_param', path })
}

function checkRelations(param: Param, text: string, fields: OrderFields, issues: Issue[]): void {
  if (isBlankText(text)) return
  if (param.requires !== undefined && isBlankText(textOf(fields, param.requires))) {
    issues.push({ code: 'required', path: param.requires })
  }
  const least = param.atLeast === undefined ? undefined : parseDecimal(textOf(fields, param.atLeast))
  if (least !== undefined && parseDecimal(text)?.lt(least)) {
    issues.push({ code: 'below_min', path: param.name, min: least.toFixed() })
  }
}
