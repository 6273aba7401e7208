import type { Modifier, Param, ParamFormat, ParamOption, Rule } from '../rules/param.ts'
import { parseRules, type RuleDefect } from '../rules/parse-rules.ts'

export interface ParamSource {
  readonly name: string
  readonly label?: string
  readonly description?: string
  readonly placeholder?: string
  /** In the form of QQTube's `field_validators`. */
  readonly validators?: string
  readonly options?: readonly ParamOption[]
  readonly isPriceModifier?: boolean
  readonly modifier?: Modifier | undefined
  /** Where the rules alone do not tell. */
  readonly format?: ParamFormat | undefined
  readonly requires?: string | undefined
  readonly atLeast?: string | undefined
  readonly onDefect?: (defect: RuleDefect) => void
}

/** The one maker of params, for both catalogues. */
export function param(source: ParamSource): Param {
  const { rules, defects } = parseRules(source.validators ?? '')
  for (const defect of defects) source.onDefect?.(defect)
  const options = source.options ?? []
  return {
    name: source.name,
    label: source.label ?? '',
    description: source.description ?? '',
    placeholder: source.placeholder ?? '',
    rules,
    options,
    isPriceModifier: source.isPriceModifier ?? false,
    modifier: source.modifier,
    format: source.format ?? formatOf(rules, options),
    requires: source.requires,
    atLeast: source.atLeast,
  }
}

const numberRules: ReadonlySet<string> = new Set(['min', 'max', 'increment'])

function formatOf(rules: readonly Rule[], options: readonly ParamOption[]): ParamFormat {
  if (options.length > 0) return 'options'
  if (rules.some(rule => rule.name === 'minlines')) return 'lines'
  return rules.some(rule => numberRules.has(rule.name)) ? 'number' : 'text'
}
