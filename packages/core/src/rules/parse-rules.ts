import { parseDecimal } from '../money/decimal.ts'
import type { CountingRule, Rule } from './param.ts'

export interface ParsedRules {
  readonly rules: readonly Rule[]
  /** Rule texts that are never judged. */
  readonly defects: readonly RuleDefect[]
}

export interface RuleDefect {
  readonly code: 'unknown_rule' | 'unusable_rule'
  readonly text: string
}

/**
 * The rules of a `field_validators` text such as `required|min:10|increment:5`: separated by `|`, spaces
 * around names and numbers ignored, names in any case. Unknown rules, and rules whose number is missing, no
 * integer or an increment of 0, are defects. (QQTube v1, services, `params[field_validators]`.)
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

/** The rules as a `field_validators` text, which parses to the same rules. */
export function printRules(rules: readonly Rule[]): string {
  return rules.map(rule => (rule.name === 'required' ? rule.name : `${rule.name}:${rule.n}`)).join('|')
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
  const n = integer.test(argument) ? parseDecimal(argument) : undefined
  if (n === undefined) return 'unusable_rule'
  return name === 'increment' && n.isZero() ? 'unusable_rule' : { name, n: n.toFixed() }
}

function isCounting(name: string): name is CountingRule {
  return Object.hasOwn(counting, name)
}
