// Over 200 lines: what a value may be is judged in one place, from the glance at a short number to the date of a subscription.

import { type Decimal, parseDecimal } from '../money/decimal.ts'
import { fraction } from '../money/fraction.ts'
import { isMultipleOf, shortWhole, type Whole, whole } from '../money/whole.ts'
import type { Issue } from './issue.ts'
import type { CountingRule, Param, Rule } from './param.ts'
import { countCharacters, countLines, isBlankText } from './text.ts'

/**
 * Returns the issues of a param's value: those of its rules in the order in which they are written, then those of the options, of the
 * date and of the sign of a price modifier. The value's line endings are `\n`. A blank value is judged by `required` alone.
 */
export function checkValue(param: Param, value: string): readonly Issue[] {
  const issues: Issue[] = []
  checkParam(compileParam(param), value, issues)
  return issues
}

/** A param whose rules have been read, to judge any number of values. */
export interface CompiledParam {
  readonly param: Param
  readonly rules: CompiledRules
  /** The values of the options that can be chosen. */
  readonly choices: ReadonlySet<string> | undefined
}

/**
 * Reads the rules and options of a param once, to judge any number of values. The rules of services that say the same are one list, and
 * are read once for all of them.
 *
 * @throws {TypeError} if the number of a rule is no whole number.
 */
export function compileParam(param: Param): CompiledParam {
  const { options } = param
  const choices =
    options.length === 0
      ? undefined
      : new Set(options.flatMap(option => (option.isErrorSelection ? [] : option.value)))
  return { param, rules: rulesOf(param.rules), choices }
}

/** Adds the issues of a value to a list, as {@link checkValue} returns them. */
export function checkParam(compiled: CompiledParam, value: string, issues: Issue[]): void {
  const { rules } = compiled
  if (value === '') {
    if (rules.isRequired) issues.push({ code: 'required', path: compiled.param.name })
    return
  }
  const short = shortWhole(value)
  if (short !== -1 && acceptsShort(compiled, short)) return
  if (!isBlankText(value)) checkFully(compiled, judgedValue(compiled.param, value, short), issues)
  else if (rules.isRequired) issues.push({ code: 'required', path: compiled.param.name })
}

/**
 * Returns whether it can be told at a glance that a short whole number meets all rules, as most values do. If not, the rules are asked
 * one by one.
 */
export function acceptsShort({ param, rules, choices }: CompiledParam, value: number): boolean {
  const { least, greatest, step } = rules
  if (value < least || value > greatest || (step !== 1 && value % step !== 0)) return false
  return choices === undefined && param.format !== 'date'
}

function checkFully({ param, rules, choices }: CompiledParam, judged: Judged, issues: Issue[]): void {
  const { path, value } = judged
  const first = issues.length
  checkRules(rules.list, judged, issues)
  if (choices !== undefined && !choices.has(value)) issues.push({ code: 'not_an_option', path })
  if (param.format === 'date' && !isDate(value.trim())) issues.push({ code: 'not_a_date', path })
  if (param.isPriceModifier && isBelowZero(judged) && !hasBelowMin(issues, first)) {
    issues.push({ code: 'below_min', path, min: '0' })
  }
}

interface CompiledRules {
  readonly isRequired: boolean
  readonly list: readonly CompiledRule[]
  /** What a short whole number must be to meet all rules. `least` is infinite if there are other rules. */
  readonly least: number
  readonly greatest: number
  readonly step: number
}

const known = new WeakMap<readonly Rule[], CompiledRules>()

function rulesOf(rules: readonly Rule[]): CompiledRules {
  const found = known.get(rules)
  if (found !== undefined) return found
  const compiled = compileRules(rules)
  known.set(rules, compiled)
  return compiled
}

function compileRules(rules: readonly Rule[]): CompiledRules {
  const list = rules.flatMap(rule => (rule.name === 'required' ? [] : compileRule(rule)))
  const numbersOf = (name: CountingRule): readonly number[] =>
    list.flatMap(rule => (rule.name === name && typeof rule.n === 'number' ? [rule.n] : []))
  const [least, greatest, steps] = [numbersOf('min'), numbersOf('max'), numbersOf('increment')]
  const isRead = least.length + greatest.length + steps.length === list.length && steps.length <= 1
  return {
    isRequired: rules.some(rule => rule.name === 'required'),
    list,
    least: isRead ? least.reduce((one, other) => Math.max(one, other), 0) : Number.POSITIVE_INFINITY,
    greatest: greatest.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY),
    step: steps[0] ?? 1,
  }
}

/** A rule whose number has been read. */
interface CompiledRule {
  readonly name: CountingRule
  readonly judge: Judge
  readonly text: string
  readonly n: Whole
}

function compileRule({ name, n }: { readonly name: CountingRule; readonly n: string }): CompiledRule {
  const short = shortWhole(n)
  if (short !== -1) return { name, judge: judges[name], text: n, n: short }
  const { numerator, denominator } = fraction(n)
  if (denominator !== 1n) throw new TypeError(`The number of a rule must be a whole number, was given ${n}`)
  return { name, judge: judges[name], text: n, n: whole(numerator) }
}

function checkRules(rules: readonly CompiledRule[], judged: Judged, issues: Issue[]): void {
  let isCalledNoNumber = false
  for (const rule of rules) {
    const issue = rule.judge(judged, rule)
    if (issue === undefined || (issue.code === 'not_a_number' && isCalledNoNumber)) continue
    isCalledNoNumber ||= issue.code === 'not_a_number'
    issues.push(issue)
  }
}

function isBelowZero({ number }: Judged): boolean {
  return typeof number === 'object' && number.lt(0)
}

function hasBelowMin(issues: readonly Issue[], first: number): boolean {
  return issues.some((issue, index) => index >= first && issue.code === 'below_min')
}

/** A value as the rules see it. Characters and lines are counted once, however many rules ask for them. */
interface Judged {
  readonly path: string
  readonly value: string
  /** A `number` if it is a short whole one, as most are. */
  readonly number: number | Decimal | undefined
  characters: number | undefined
  lines: number | undefined
}

function judgedValue({ name }: Param, value: string, short: number): Judged {
  const number = short === -1 ? parseDecimal(value) : short
  return { path: name, value, number, characters: undefined, lines: undefined }
}

function charactersOf(judged: Judged): number {
  judged.characters ??= countCharacters(judged.value)
  return judged.characters
}

function linesOf(judged: Judged): number {
  judged.lines ??= countLines(judged.value)
  return judged.lines
}

type Judge = (judged: Judged, rule: CompiledRule) => Issue | undefined

const judges = {
  min: ({ path, number }, { n, text }) => {
    if (number === undefined) return { code: 'not_a_number', path }
    const isBelow = typeof number === 'number' ? number < n : number.lt(text)
    return isBelow ? { code: 'below_min', path, min: text } : undefined
  },
  max: ({ path, number }, { n, text }) => {
    if (number === undefined) return { code: 'not_a_number', path }
    const isAbove = typeof number === 'number' ? number > n : number.gt(text)
    return isAbove ? { code: 'above_max', path, max: text } : undefined
  },
  increment: ({ path, number }, { n, text }) => {
    if (number === undefined) return { code: 'not_a_number', path }
    const isMultiple = typeof number === 'number' ? isMultipleOf(number, n) : number.mod(text).isZero()
    return isMultiple ? undefined : { code: 'not_a_multiple', path, increment: text }
  },
  minchar: (judged, { n, text }) => {
    const actual = charactersOf(judged)
    const { path } = judged
    return actual < n ? { code: 'too_short', path, minchar: text, actual: String(actual) } : undefined
  },
  maxchar: (judged, { n, text }) => {
    const actual = charactersOf(judged)
    const { path } = judged
    return actual > n ? { code: 'too_long', path, maxchar: text, actual: String(actual) } : undefined
  },
  minlines: (judged, { n, text }) => {
    const actual = linesOf(judged)
    const { path } = judged
    return actual < n ? { code: 'too_few_lines', path, minlines: text, actual: String(actual) } : undefined
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
