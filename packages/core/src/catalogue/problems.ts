import type { Issue } from '../rules/issue.ts'
import type { Rule } from '../rules/param.ts'
import type { Tier } from './service.ts'

/**
 * A defect of a catalogue. A fatal one costs its row: the service cannot be priced and is left out. The others keep the service, without
 * the part that is broken.
 */
export type Problem = ParsingProblem | OddProblem

export type ProblemCode = Problem['code']

interface ProblemPlace {
  /** Absent if the row has no id, or if the whole answer is no catalogue. */
  readonly serviceId: string | undefined
  /** Where in the row, such as `prices[1].price`; blank for the row or the answer as a whole. */
  readonly path: string
  readonly isFatal: boolean
}

/** A defect that a catalogue is read in spite of. */
export interface ParsingProblem extends ProblemPlace {
  readonly code: ParsingProblemCode
  /** As it came; for `too_many` and `too_long` an object of `limit` and `found`, both numbers. */
  readonly value: unknown
}

/** What can be read, and is most likely not what the upstream means. */
export type OddProblem = ProblemPlace & Oddity

/** What is odd, without its place. Every amount is a decimal string in plain notation. */
export type Oddity =
  | { readonly code: 'tier_inverted_price'; readonly value: InvertedPrice }
  | { readonly code: 'price_cliff'; readonly value: PriceCliff }
  /** The tier, for which no quantity can be ordered. */
  | { readonly code: 'unreachable_tier'; readonly value: Tier }
  /** The rules that no value meets together. */
  | { readonly code: 'contradicting_rules'; readonly value: readonly Rule[] }
  | { readonly code: 'option_breaks_rules'; readonly value: BrokenOption }
  /** The number as it came. */
  | { readonly code: 'suspicious_number'; readonly value: string }
  | { readonly code: 'duplicate_name'; readonly value: DuplicateName }

/** A tier's price, and the lower one of the quantities just before it. */
export interface InvertedPrice {
  readonly price: string
  readonly pricingPer: string
  readonly earlierPrice: string
  readonly earlierPricingPer: string
}

/** A quantity, the next that can be ordered, and what less the greater one costs in all. */
export interface PriceCliff {
  readonly quantity: string
  readonly total: string
  readonly greaterQuantity: string
  readonly greaterTotal: string
  readonly saving: string
}

/** An option's value, and the issues of an order that chooses it. */
export interface BrokenOption {
  readonly value: string
  readonly issues: readonly Issue[]
}

/** A service's name, and the id of the first service that has it. */
export interface DuplicateName {
  readonly name: string
  readonly earlierId: string
}

/** The value of a problem `too_many` or `too_long`. */
export interface Excess {
  readonly limit: number
  readonly found: number
}

export type ParsingProblemCode =
  | 'not_a_catalogue'
  | 'not_a_row'
  | 'missing_id'
  | 'duplicate_id'
  | 'no_usable_tier'
  | 'unusable_tier'
  | 'overlapping_tiers'
  | 'tier_gap'
  | 'minimum_not_orderable'
  | 'nothing_orderable'
  | 'not_a_number'
  | 'unknown_rule'
  | 'unusable_rule'
  | 'unknown_modify_type'
  | 'unusable_modifier'
  | 'missing_param_name'
  | 'duplicate_param'
  | 'not_a_list'
  | 'too_many'
  | 'too_long'
  | 'unknown_type'

/** Collects the problems of one row under its service's id. */
export interface Reporter {
  readonly problems: readonly Problem[]
  report(code: ParsingProblemCode, path: string, value: unknown): void
  /** Reports a defect that costs the row. */
  reportFatal(code: ParsingProblemCode, path: string, value: unknown): void
}

export function createReporter(serviceId: string | undefined): Reporter {
  const problems: Problem[] = []
  return {
    problems,
    report: (code, path, value) => problems.push({ code, serviceId, path, value, isFatal: false }),
    reportFatal: (code, path, value) => problems.push({ code, serviceId, path, value, isFatal: true }),
  }
}
