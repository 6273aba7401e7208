/** One more field of an order. */
export interface Param {
  /** The key that is sent. */
  readonly name: string
  readonly label: string
  readonly description: string
  readonly placeholder: string
  readonly rules: readonly Rule[]
  /** If empty, any value will do. If not, the value must equal an option that is no `isErrorSelection`. */
  readonly options: readonly ParamOption[]
  /** Whether the upstream calls it one. Its value may not be below 0, even if `modifier` is unusable. */
  readonly isPriceModifier: boolean
  readonly modifier: Modifier | undefined
  readonly format: ParamFormat
  /** If this param is given, the named one is required. */
  readonly requires: string | undefined
  /** The value may not be below the named param's. */
  readonly atLeast: string | undefined
}

/** What a form shows for the param: derived from its options and rules, once, by the parser. */
export type ParamFormat = 'text' | 'number' | 'lines' | 'options' | 'date'

export interface ParamOption {
  readonly name: string
  readonly value: string
  /** A default that only guides the buyer; to choose it is an issue. */
  readonly isErrorSelection: boolean
}

/** A judged rule; `n` is an integer as decimal string. */
export type Rule = { readonly name: 'required' } | { readonly name: CountingRule; readonly n: string }

export type CountingRule = 'min' | 'max' | 'increment' | 'minchar' | 'maxchar' | 'minlines'

/** How a param's value changes the running total. */
export interface Modifier {
  readonly type: 'add' | 'multiply'
  readonly every: string
  readonly by: string
}

/** What a param is made of; anything left out is blank. */
export type ParamSource = Pick<Param, 'name'> & Partial<Omit<Param, 'name'>>

/** Makes a param, for both catalogues. Unless the format is given, it follows from options and rules. */
export function param(source: ParamSource): Param {
  const { rules = [], options = [] } = source
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
