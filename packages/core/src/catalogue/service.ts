/**
 * What every row of both catalogues becomes. A service is plain data, and each number in it is a decimal
 * string in plain notation, so that it can be stored, cloned and sent without losing a digit.
 */
export interface Service {
  /** Opaque: numbers, hex and `ord_…` all occur. */
  readonly id: string
  readonly name: string
  readonly category: string
  /** The least quantity that can be ordered. */
  readonly minimum: string
  /** A quantity must be a whole multiple of it. */
  readonly increment: string
  /** As listed by the upstream: where two overlap, the first counts. */
  readonly tiers: readonly [Tier, ...Tier[]]
  /** In catalogue order, which is the order in which modifiers act. */
  readonly params: readonly Param[]
  readonly quantitySource: QuantitySource
  /** Set when the service is drip-enabled. */
  readonly drip: Drip | undefined
  /** Whether an order names a link. */
  readonly takesTarget: boolean
  /** A link of the kind that the upstream expects, or blank. */
  readonly example: string
  readonly flags: ServiceFlags
  /** Fields of the row that the model has no place for, as they came. */
  readonly extra: Readonly<Record<string, unknown>>
}

/** Where the quantity that is priced comes from. */
export type QuantitySource =
  /** The buyer gives it. */
  | { readonly kind: 'given' }
  /** It is the number of non-blank lines of the param. */
  | { readonly kind: 'lines'; readonly param: string }
  /** The order is one package at a flat price. */
  | { readonly kind: 'one' }
  /** Nothing is charged now: each delivered order is charged later. */
  | { readonly kind: 'later' }

/** A price for a range of quantities, both ends included. */
export interface Tier {
  readonly minimum: string
  /** Absent: no upper end. */
  readonly maximum: string | undefined
  readonly pricingPer: string
  /** In the account's currency, for every `pricingPer`. */
  readonly price: string
}

export interface Drip {
  /** In the account's currency, for every increment of the quantity. */
  readonly cost: string
}

export interface ServiceFlags {
  readonly geo: boolean
  readonly retention: boolean
  readonly refill: boolean
  readonly cancel: boolean
  readonly dripFeed: boolean
}

/** One more field of an order. */
export interface Param {
  /** The key that is sent. */
  readonly name: string
  readonly label: string
  readonly description: string
  readonly placeholder: string
  readonly rules: readonly Rule[]
  /** Empty: any value. Otherwise the value must equal one of them that is no `isErrorSelection`. */
  readonly options: readonly ParamOption[]
  /** Whether the upstream calls it one: its value may not be below 0, even where `modifier` is unusable. */
  readonly isPriceModifier: boolean
  readonly modifier: Modifier | undefined
  readonly format: ParamFormat
  /** When this param is given, the named one is required. */
  readonly requires: string | undefined
  /** The value may not be below the named param's. */
  readonly atLeast: string | undefined
}

/** What a form shows for the param: derived from its options and rules, once, by the parser. */
export type ParamFormat = 'text' | 'number' | 'lines' | 'options' | 'date'

export interface ParamOption {
  readonly name: string
  readonly value: string
  /** A default that only guides the buyer: choosing it is an issue. */
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
