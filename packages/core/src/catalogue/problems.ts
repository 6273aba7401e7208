import { isolate } from '../rules/isolate.ts'

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

const sentences = {
  not_a_catalogue: 'The answer is not a list of services.',
  not_a_row: 'The row is not an object.',
  missing_id: 'The row has no service id.',
  duplicate_id: 'An earlier row has the same service id, so the id alone does not tell which one is ordered.',
  no_usable_tier: 'No price of the row is usable.',
  unusable_tier: 'A number of the price is missing or out of range.',
  overlapping_tiers: 'The price overlaps an earlier one, which counts.',
  tier_gap: 'Some orderable quantities just below this price have no price.',
  minimum_not_orderable: 'The minimum itself cannot be ordered; the least orderable quantity is greater.',
  nothing_orderable:
    'No quantity can be ordered: none is at least the minimum, a multiple of the increment and inside a price.',
  not_a_number: 'The value is not a usable number.',
  unknown_rule: 'The rule is unknown, so it is not checked.',
  unusable_rule: 'The rule has no usable whole number, so it is not checked.',
  unknown_modify_type: 'The price modifier is neither "add" nor "multiply", so it is left out.',
  unusable_modifier: 'A number of the price modifier is missing or 0, so it is left out.',
  missing_param_name: 'The param has no field name, so it cannot be sent.',
  duplicate_param: 'An earlier param has the same field name, which counts.',
  not_a_list: 'The value is not a list.',
  too_many: 'There are more than the limit allows, and those beyond it are left out.',
  too_long: 'The text is longer than the limit allows; it is cut, or left out if it cannot be cut.',
  unknown_type: 'The type is unknown, so it is taken as Default.',
} as const satisfies Record<ProblemCode, string>

/**
 * Describes a problem in one plain English sentence with the service, the place and the value, each isolated if it could reorder the
 * sentence.
 *
 * @example
 * ```ts
 * const { problems } = parseServices('panel', '[{"service":1,"type":"Default","rate":"free","min":"50","max":"10000"}]')
 * problems.map(describeProblem) // ['Service 1, rate: No price of the row is usable. Given: "free".']
 * ```
 */
export function describeProblem(problem: Problem): string {
  const where = [
    problem.serviceId === undefined ? '' : `Service ${isolate(problem.serviceId)}`,
    problem.path,
  ].filter(part => part !== '')
  const place = where.length === 0 ? '' : `${where.join(', ')}: `
  return `${place}${sentences[problem.code]} Given: ${isolate(preview(problem.value))}.`
}

function preview(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (isExcess(value)) return `${value.found}, with a limit of ${value.limit}`
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  return String(value)
}

function isExcess(value: unknown): value is Excess {
  return typeof value === 'object' && value !== null && 'limit' in value && 'found' in value
}

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
