import type { Rule } from '../catalogue/service.ts'

/** The rules as a `field_validators` text, which parses to the same rules. */
export function printRules(rules: readonly Rule[]): string {
  return rules.map(rule => (rule.name === 'required' ? rule.name : `${rule.name}:${rule.n}`)).join('|')
}
