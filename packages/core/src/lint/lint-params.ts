import { catalogueLimits } from '../catalogue/limits.ts'
import type { Service } from '../catalogue/service.ts'
import { type WireRow, wireFlag, wireText } from '../catalogue/wire.ts'
import { checkParam, checkValue, compileParam } from '../rules/check-value.ts'
import type { Issue } from '../rules/issue.ts'
import type { Param } from '../rules/param.ts'
import { normaliseLineEndings } from '../rules/text.ts'
import { contradictions, strictestRules } from './contradictions.ts'
import { rowsIn } from './lint-numbers.ts'
import type { Finding } from './lint-services.ts'

/** Returns what is odd in the params of a row: rules that no value meets, and options that the rules of their own param refuse. */
export function lintParams(service: Service, row: WireRow): readonly Finding[] {
  const places = new Map<string, { readonly path: string; readonly row: WireRow }>()
  for (const place of rowsIn(row.params, 'params', catalogueLimits.params)) {
    const name = wireText(place.row.field_name).trim()
    // Of two params with one name, the first counts.
    if (!places.has(name)) places.set(name, place)
  }
  return service.params.flatMap(param => {
    const place = places.get(param.name)
    return place === undefined ? [] : lintParam(param, place.row, place.path)
  })
}

function lintParam(param: Param, row: WireRow, path: string): readonly Finding[] {
  const findings = contradictions(param).map(
    (value): Finding => ({ code: 'contradicting_rules', path: `${path}.field_validators`, value }),
  )
  // No option could meet rules that no value meets.
  return findings.length > 0 ? findings : brokenOptions(param, row, path)
}

/** Of a param, no more broken options are told: then the param is what is wrong. */
const mostBroken = 100

function brokenOptions(param: Param, row: WireRow, path: string): readonly Finding[] {
  // The value is one of the options, so the rules alone are asked.
  const ruled: Param = { ...param, options: [] }
  const isRefused = refuses({ ...ruled, rules: strictestRules(param) })
  const findings: Finding[] = []
  for (const option of rowsIn(row.options, `${path}.options`, catalogueLimits.options)) {
    if (findings.length === mostBroken) break
    const value = wireText(option.row.value)
    const text = normaliseLineEndings(value)
    if (wireFlag(option.row.error_selection) || value.length > catalogueLimits.textLength) continue
    if (!isRefused(text)) continue
    const issues = checkValue(ruled, text)
    findings.push({ code: 'option_breaks_rules', path: `${option.path}.value`, value: { value, issues } })
  }
  return findings
}

function refuses(param: Param): (text: string) => boolean {
  const compiled = compileParam(param)
  return text => {
    const issues: Issue[] = []
    checkParam(compiled, text, issues)
    return issues.length > 0
  }
}
