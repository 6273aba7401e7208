import type { Service } from '../catalogue/service.ts'
import { parseDecimal } from '../money/decimal.ts'
import { type CheckParam, compileParam } from '../rules/check-value.ts'
import type { Issue } from '../rules/issue.ts'
import type { Param } from '../rules/param.ts'
import { isBlankText } from '../rules/text.ts'
import { type OrderFields, textOf } from './read-request.ts'

/** The params of a service, made ready to judge any number of orders. */
export interface CompiledParams {
  /** Adds the issues of all params in catalogue order, then one for each key that the service has no param for. */
  check(fields: OrderFields, issues: Issue[]): void
}

/** Reads the rules of a param when the first value for it comes: most orders give few of them. */
export function compileParams(service: Service, slots: ReadonlyMap<string, number>): CompiledParams {
  const params = service.params.map(param => prepare(param, slots.get(param.name) ?? -1))
  return {
    check: (fields, issues) => {
      for (const param of params) checkParam(param, fields, issues)
      if (fields.unknown.size === 0) return
      for (const path of [...fields.unknown.keys()].toSorted()) issues.push({ code: 'unknown_param', path })
    },
  }
}

function checkParam(
  { param, slot, isRequired, check }: PreparedParam,
  fields: OrderFields,
  issues: Issue[],
): void {
  const text = fields.texts[slot] ?? ''
  if (text !== '') {
    check(text, issues)
    if (param.requires !== undefined || param.atLeast !== undefined)
      checkRelations(param, text, fields, issues)
  } else if (isRequired) issues.push({ code: 'required', path: param.name })
}

interface PreparedParam {
  readonly param: Param
  readonly slot: number
  readonly isRequired: boolean
  readonly check: CheckParam
}

function prepare(param: Param, slot: number): PreparedParam {
  let compiled: CheckParam | undefined
  return {
    param,
    slot,
    isRequired: param.rules.some(rule => rule.name === 'required'),
    check: (text, issues) => {
      compiled ??= compileParam(param)
      compiled(text, issues)
    },
  }
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
