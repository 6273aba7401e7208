import { Decimal } from '../decimal.ts'
import type { Issue } from '../issue.ts'
import { parseDecimal } from '../parse-decimal.ts'
import type { CountingRule, Param } from '../service.ts'
import { isDate } from './is-date.ts'
import { countCharacters, countLines, isBlankText } from './text.ts'

/**
 * The issues of a param's value, in the order in which its rules are written, then the option, the date and
 * the sign of a price modifier. The value's line endings are `\n`; a blank one is judged by `required` alone.
 */
export function checkValue(param: Param, value: string): readonly Issue[] {
  const path = param.name
  if (isBlankText(value)) {
    return param.rules.some(rule => rule.name === 'required') ? [{ code: 'required', path }] : []
  }
  const issues = checkRules(param, value)
  if (!isChoosable(param, value)) issues.push({ code: 'not_an_option', path })
  if (param.format === 'date' && !isDate(value.trim())) issues.push({ code: 'not_a_date', path })
  if (
    param.isPriceModifier &&
    parseDecimal(value)?.lt(0) &&
    !issues.some(issue => issue.code === 'below_min')
  ) {
    issues.push({ code: 'below_min', path, min: '0' })
  }
  return issues
}

function checkRules(param: Param, value: string): Issue[] {
  const issues: Issue[] = []
  const number = parseDecimal(value)
  for (const rule of param.rules) {
    if (rule.name === 'required') continue
    const issue = judges[rule.name]({ path: param.name, n: rule.n, value, number })
    const isSaid = issue?.code === 'not_a_number' && issues.some(other => other.code === 'not_a_number')
    if (issue !== undefined && !isSaid) issues.push(issue)
  }
  return issues
}

/** The value must equal one option's `value` to the letter, and that option must be no guide text. */
function isChoosable(param: Param, value: string): boolean {
  if (param.options.length === 0) return true
  return param.options.some(option => option.value === value && !option.isErrorSelection)
}

interface Judged {
  readonly path: string
  readonly n: string
  readonly value: string
  readonly number: Decimal | undefined
}

type Judge = (judged: Judged) => Issue | undefined

const judges = {
  min: ({ path, n, number }) => {
    if (number === undefined) return { code: 'not_a_number', path }
    return number.lt(n) ? { code: 'below_min', path, min: n } : undefined
  },
  max: ({ path, n, number }) => {
    if (number === undefined) return { code: 'not_a_number', path }
    return number.gt(n) ? { code: 'above_max', path, max: n } : undefined
  },
  increment: ({ path, n, number }) => {
    if (number === undefined) return { code: 'not_a_number', path }
    return number.mod(n).isZero() ? undefined : { code: 'not_a_multiple', path, increment: n }
  },
  minchar: ({ path, n, value }) => {
    const actual = countCharacters(value)
    return new Decimal(actual).lt(n)
      ? { code: 'too_short', path, minchar: n, actual: String(actual) }
      : undefined
  },
  maxchar: ({ path, n, value }) => {
    const actual = countCharacters(value)
    return new Decimal(actual).gt(n)
      ? { code: 'too_long', path, maxchar: n, actual: String(actual) }
      : undefined
  },
  minlines: ({ path, n, value }) => {
    const actual = countLines(value)
    return new Decimal(actual).lt(n)
      ? { code: 'too_few_lines', path, minlines: n, actual: String(actual) }
      : undefined
  },
} as const satisfies Record<CountingRule, Judge>
