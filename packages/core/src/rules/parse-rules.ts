import { parseCatalogueNumber } from '../money/decimal.ts'
import type { CountingRule, Rule } from './param.ts'

export interface ParsedRules {
  readonly rules: readonly Rule[]
  /** Rule texts that cannot be judged. */
  readonly defects: readonly RuleDefect[]
}

export interface RuleDefect {
  readonly code: 'unknown_rule' | 'unusable_rule'
  readonly text: string
}

/**
 * Parses a `field_validators` text. Rules are separated by `|`; spaces around names and numbers and the case of names do not
 * matter. A rule is a defect if it is unknown, or if its number is missing, is no integer or has more than 100 digits, or is an
 * increment of 0. (QQTube v1, services, `params[field_validators]`.)
 *
 * @example
 * ```ts
 * parseRules('required | MIN:10').rules // [{ name: 'required' }, { name: 'min', n: '10' }]
 * parseRules('email|min').defects // [{ code: 'unknown_rule', text: 'email' }, { code: 'unusable_rule', text: 'min' }]
 * ```
 */
export function parseRules(text: string): ParsedRules {
  const rules: Rule[] = []
  const defects: RuleDefect[] = []
  for (const part of text.split('|')) {
    if (part.trim() === '') continue
    const parsed = parseRule(part)
    if (typeof parsed === 'string') defects.push({ code: parsed, text: part.trim() })
    else rules.push(parsed)
  }
  return { rules, defects }
}

const integer = /^[+-]?\d+$/

const counting = {
  min: true,
  max: true,
  increment: true,
  minchar: true,
  maxchar: true,
  minlines: true,
} as const satisfies Record<CountingRule, true>

function parseRule(part: string): Rule | RuleDefect['code'] {
  const colon = part.indexOf(':')
  const name = (colon === -1 ? part : part.slice(0, colon)).trim().toLowerCase()
  const argument = colon === -1 ? '' : part.slice(colon + 1).trim()
  if (name === 'required') return { name }
  if (!isCounting(name)) return 'unknown_rule'
  const n = integer.test(argument) ? parseCatalogueNumber(argument) : undefined
  if (n === undefined) return 'unusable_rule'
  return name === 'increment' && n.isZero() ? 'unusable_rule' : { name, n: n.toFixed() }
}

function isCounting(name: string): name is CountingRule {
  return Object.hasOwn(counting, name)
}
