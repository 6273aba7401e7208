import * as v from 'valibot'
import { type Duration, durationMs } from '../clock/duration.ts'
import { type ActionName, actionNames, everyAction } from '../matching/action-names.ts'
import { checkCounts, countEntries, type MatchCount } from '../matching/counter.ts'
import { matchEntries, partsOfMatch, type RequestMatch } from '../matching/request-match.ts'
import { type DescribedSchema, described, givenDurationSchema } from '../schema/leaf-schemas.ts'
import { type FaultName, faultNames, strategyOf } from './registry.ts'
import { checkSettings, type FaultSettings, settingNames } from './settings.ts'

/**
 * A failure to come. Whatever is left out matches every request. `times` is 1 by default; `'always'` for a quota, and if `probability` or
 * `lasts` is given.
 */
export interface FaultPlan extends Omit<RequestMatch, 'action'>, MatchCount, FaultSettings {
  /** Such as `add`; of the `upstream`, if that is given. */
  readonly action?: ActionName | undefined
  /** A strategy's name. */
  readonly fault: FaultName
  /**
   * Whether the request is carried out before it fails. Default: `after`: the order is taken, and then this happens;
   * for a quota and `error-429` `before`. What only delays (`held` and the latencies) delays the request, or its answer.
   */
  readonly when?: 'before' | 'after' | undefined
  /** From 0 to 1: how likely it is injected into each of them, drawn from the server's seed. Default: 1. */
  readonly probability?: number | undefined
  /** For how long from when it is added, by the server's clock: an outage. Default: until it has been injected as often as planned. */
  readonly lasts?: Duration | undefined
}

/** @throws RangeError for what no plan can be, naming what was given */
export function checkPlan(plan: FaultPlan): void {
  const { takes = [] } = strategyOf(plan.fault)
  const foreign = settingNames.find(name => plan[name] !== undefined && !takes.includes(name))
  if (foreign !== undefined) {
    const known = takes.length === 0 ? 'takes no settings' : `takes ${takes.join(', ')}`
    throw new RangeError(`The fault '${plan.fault}' has no ${foreign}: it ${known}`)
  }
  checkSettings(plan)
  checkCounts(plan)
  partsOfMatch(plan)
  if (plan.lasts !== undefined) durationMs(plan.lasts, 'lasts')
  const { probability = 1 } = plan
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must be a number from 0 to 1, was given ${String(probability)}`)
  }
  if (plan.when !== undefined && plan.when !== 'before' && plan.when !== 'after') {
    throw new RangeError(`when must be 'before' or 'after', was given '${String(plan.when)}'`)
  }
}

const entries: PlanEntries = {
  ...matchEntries,
  ...countEntries('1; `always` for a quota, and if `probability` or `lasts` is given.'),
  fault: v.pipe(v.picklist(faultNames), v.description('One of the names that `listFaultKinds` gives.')),
  when: described(
    v.picklist(['before', 'after']),
    'Whether it is injected before the request is carried out, or `after`. Default: `after`; for a quota and `error-429` `before`.',
  ),
  action: described(v.picklist(everyAction), 'Such as `add`.'),
  probability: described(
    v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    "How likely it is injected into each of them, drawn from the server's seed. Default: 1.",
  ),
  lasts: described(
    givenDurationSchema,
    "For how long from when it is added, by the server's clock. Default: until it has been injected as often as planned.",
  ),
  delay: described(givenDurationSchema, 'Of latencies and `slow-body`. Default: 1 s.'),
  jitter: described(givenDurationSchema, 'Of `latency-jitter`: up to how much more. Default: the delay.'),
  sigma: described(v.pipe(v.number(), v.gtValue(0)), 'Of `latency-lognormal`. Default: 0.5.'),
  retryAfter: described(givenDurationSchema, 'Of `error-429`. Default: 30 s.'),
  limit: described(
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    'Of `quota`: how many requests of an account are let through in a window. Default: 10.',
  ),
  window: described(givenDurationSchema, 'Of `quota`. Default: 1 minute.'),
}

/** A schema for each field of a plan, so that none is forgotten. */
type PlanEntries = {
  readonly [Name in keyof FaultPlan]-?: undefined extends FaultPlan[Name]
    ? DescribedSchema<NonNullable<FaultPlan[Name]>>
    : v.GenericSchema<unknown, FaultPlan[Name]>
}

/** A failure to come. Whatever is left out matches every request. */
export const faultPlanSchema: v.GenericSchema<unknown, FaultPlan> = v.pipe(
  v.strictObject(entries),
  v.check(
    ({ upstream, action }) =>
      upstream === undefined || action === undefined || actionNames[upstream].some(name => name === action),
    'must name an action of its upstream',
  ),
)
