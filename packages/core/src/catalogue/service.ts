import type { Param } from '../rules/param.ts'

/**
 * What every row of both catalogues becomes. A service is plain data, and each number in it is a decimal string in plain notation, so
 * that it can be stored, cloned and sent without losing a digit.
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
  /** As listed by the upstream; if two overlap, the first counts. */
  readonly tiers: readonly [Tier, ...Tier[]]
  /** In catalogue order, which is the order in which modifiers act. */
  readonly params: readonly Param[]
  readonly quantitySource: QuantitySource
  /** Present if the service is drip-enabled. */
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
  /** Absent if there is no upper end. */
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

/** The two APIs whose catalogues are read, and to which orders go. */
export type UpstreamKind = 'qqtube' | 'panel'
