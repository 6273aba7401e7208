import { Decimal, parseDecimal } from '../money/decimal.ts'
import type { Issue } from './issue.ts'
import type { CountingRule, Param } from './param.ts'
import { countCharacters, countLines, isBlankText } from './text.ts'

/**
 * Returns the issues of a param's value: those of its rules in the order in which they are written, then those of the options, of the
 * date and of the sign of a price modifier. The value's line endings are `\n`. A blank value is judged by `required` alone.
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
  const judged = judgedValue(param.name, value)
  let isCalledNoNumber = false
  for (const rule of param.rules) {
    if (rule.name === 'required') continue
    const issue = judges[rule.name](judged, rule.n)
    if (issue === undefined || (issue.code === 'not_a_number' && isCalledNoNumber)) continue
    isCalledNoNumber ||= issue.code === 'not_a_number'
    issues.push(issue)
  }
  return issues
}

/** Returns the value as the rules see it. Characters and lines are counted once, however many rules ask for them. */
function judgedValue(path: string, value: string): Judged {
  let characters: number | undefined
  let lines: number | undefined
  return {
    path,
    number: parseDecimal(value),
    characters: () => (characters ??= countCharacters(value)),
    lines: () => (lines ??= countLines(value)),
  }
}

/** Returns whether the value equals one of the options to the letter, and that option is more than a guide text. */
function isChoosable(param: Param, value: string): boolean {
  if (param.options.length === 0) return true
  return param.options.some(option => option.value === value && !option.isErrorSelection)
}

interface Judged {
  readonly path: string
  readonly number: Decimal | undefined
  readonly characters: () => number
  readonly lines: () => number
}

type Judge = (judged: Judged, n: string) => Issue | undefined

const judges = {
  min: ({ path, number }, n) => {
    if (number === undefined) return { code: 'not_a_number', path }
    return number.lt(n) ? { code: 'below_min', path, min: n } : undefined
  },
  max: ({ path, number }, n) => {
    if (number === undefined) return { code: 'not_a_number', path }
    return number.gt(n) ? { code: 'above_max', path, max: n } : undefined
  },
  increment: ({ path, number }, n) => {
    if (number === undefined) return { code: 'not_a_number', path }
    return number.mod(n).isZero() ? undefined : { code: 'not_a_multiple', path, increment: n }
  },
  minchar: ({ path, characters }, n) => {
    const actual = characters()
    return new Decimal(actual).lt(n)
      ? { code: 'too_short', path, minchar: n, actual: String(actual) }
      : undefined
  },
  maxchar: ({ path, characters }, n) => {
    const actual = characters()
    return new Decimal(actual).gt(n)
      ? { code: 'too_long', path, maxchar: n, actual: String(actual) }
      : undefined
  },
  minlines: ({ path, lines }, n) => {
    const actual = lines()
    return new Decimal(actual).lt(n)
      ? { code: 'too_few_lines', path, minlines: n, actual: String(actual) }
      : undefined
  },
} as const satisfies Record<CountingRule, Judge>

const dayMonthYear = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Returns whether a text is a real date as `d/m/Y`, day and month in one or two digits (panel v2, subscriptions). */
export function isDate(text: string): boolean {
  const match = dayMonthYear.exec(text)
  if (match === null) return false
  const [day = 0, month = 0, year = 0] = match.slice(1).map(Number)
  const length = monthLengths[month - 1]
  if (length === undefined || year === 0) return false
  return day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : length)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
