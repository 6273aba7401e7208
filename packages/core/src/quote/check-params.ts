import type { Service } from '../catalogue/service.ts'
import { parseDecimal } from '../money/decimal.ts'
import { checkValue } from '../rules/check-value.ts'
import type { Issue } from '../rules/issue.ts'
import type { Param } from '../rules/param.ts'
import { isBlankText } from '../rules/text.ts'
import type { OrderFields } from './read-request.ts'

/** Returns the issues of all params in catalogue order, then one for each key that the service has no param for. */
export function checkParams(service: Service, { params }: OrderFields): readonly Issue[] {
  const issues: Issue[] = []
  const textOf = (name: string): string => params.get(name) ?? ''
  for (const param of service.params) {
    for (const issue of checkValue(param, textOf(param.name))) issues.push(issue)
    for (const issue of checkRelations(param, textOf)) issues.push(issue)
  }
  if (params.size === 0) return issues
  const names = new Set(service.params.map(param => param.name))
  const unknown = [...params.keys()].filter(name => !names.has(name)).toSorted()
  for (const path of unknown) issues.push({ code: 'unknown_param', path })
  return issues
}

function checkRelations(param: Param, textOf: (name: string) => string): readonly Issue[] {
  const value = textOf(param.name)
  if (isBlankText(value)) return []
  const issues: Issue[] = []
  if (param.requires !== undefined && isBlankText(textOf(param.requires))) {
    issues.push({ code: 'required', path: param.requires })
  }
  const least = param.atLeast === undefined ? undefined : parseDecimal(textOf(param.atLeast))
  if (least !== undefined && parseDecimal(value)?.lt(least)) {
    issues.push({ code: 'below_min', path: param.name, min: least.toFixed() })
  }
  return issues
}
