/**
 * A defect of a catalogue. A fatal one costs its row: the service cannot be priced and is left out. The others keep the service, without
 * the part that is broken.
 */
export interface Problem {
  readonly code: ProblemCode
  /** Absent if the row has no id, or if the whole answer is no catalogue. */
  readonly serviceId: string | undefined
  /** Where in the row, such as `prices[1].price`; blank for the row or the answer as a whole. */
  readonly path: string
  /** As it came; for `too_many` and `too_long` an object of `limit` and `found`, both numbers. */
  readonly value: unknown
  readonly isFatal: boolean
}

/** The value of a problem `too_many` or `too_long`. */
export interface Excess {
  readonly limit: number
  readonly found: number
}

export type ProblemCode =
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
  report(code: ProblemCode, path: string, value: unknown): void
  /** Reports a defect that costs the row. */
  reportFatal(code: ProblemCode, path: string, value: unknown): void
}

export function createReporter(serviceId: string | undefined): Reporter {
  const problems: Problem[] = []
  return {
    problems,
    report: (code, path, value) => problems.push({ code, serviceId, path, value, isFatal: false }),
    reportFatal: (code, path, value) => problems.push({ code, serviceId, path, value, isFatal: true }),
  }
}
