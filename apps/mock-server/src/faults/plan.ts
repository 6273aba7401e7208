import type { UpstreamKind } from '@orderwright/core'
import { type Duration, durationMs } from '../clock/duration.ts'
import { type AnyFaultName, strategyOf } from './registry.ts'

/** A failure to come. Whatever is left out matches every request. */
export interface FaultPlan extends FaultSettings {
  /** A strategy's name. */
  readonly fault: AnyFaultName
  /**
   * Whether the request is carried out before it fails. Default: `after`: the order is taken, and then this happens;
   * for a quota and `error-429` `before`. What only delays (`held` and the latencies) delays the request, or its answer.
   */
  readonly when?: 'before' | 'after' | undefined
  readonly upstream?: UpstreamKind | undefined
  /** Such as `add`. */
  readonly action?: string | undefined
  /** The account's name. */
  readonly account?: string | undefined
  /** The first of the matching requests that it strikes, counted from when the plan is added. Default: 1. */
  readonly nth?: number | undefined
  /** From 0 to 1: how likely it strikes each of them, drawn from the server's seed. Default: 1. */
  readonly probability?: number | undefined
  /** How many requests it strikes. Default: 1; without end where `probability` or `lasts` is given, and for a quota. */
  readonly times?: number | undefined
  /** For how long from when it is added, by the server's clock: an outage. Default: until it has struck as often as it should. */
  readonly lasts?: Duration | undefined
}

/** What some faults can be told. */
export interface FaultSettings {
  /** `latency`s: how long, the median for `latency-lognormal`; `slow-body`: from the first byte to the last. Default: 1 s. */
  readonly delay?: Duration | undefined
  /** `latency-jitter`: up to how much more. Default: the delay. */
  readonly jitter?: Duration | undefined
  /** `latency-lognormal`: the deviation of the delay's logarithm, above 0. Default: 0.5. */
  readonly sigma?: number | undefined
  /** `error-429`: what Retry-After says, in whole seconds of at least 1. Default: 30 s. */
  readonly retryAfter?: Duration | undefined
  /** `quota`: how many requests of an account are let through in a window, from 0. Default: 10. */
  readonly limit?: number | undefined
  /** `quota`: how long a window is, from the first request in it. Default: 1 minute. */
  readonly window?: Duration | undefined
}

const settingNames = [
  'delay',
  'jitter',
  'sigma',
  'retryAfter',
  'limit',
  'window',
] as const satisfies readonly (keyof FaultSettings)[]

/** @throws RangeError for what no plan can be, naming what was given */
export function checkPlan(plan: FaultPlan): void {
  const { takes = [] } = strategyOf(plan.fault)
  const foreign = settingNames.find(name => plan[name] !== undefined && !takes.includes(name))
  if (foreign !== undefined) {
    const known = takes.length === 0 ? 'takes no settings' : `takes ${takes.join(', ')}`
    throw new RangeError(`The fault '${plan.fault}' has no ${foreign}: it ${known}`)
  }
  checkSettings(plan)
  checkCount(plan.times, 'times')
  checkCount(plan.nth, 'nth')
  if (plan.lasts !== undefined) durationMs(plan.lasts, 'lasts')
  const { probability = 1 } = plan
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must be a number from 0 to 1, was given ${String(probability)}`)
  }
  if (plan.when !== undefined && plan.when !== 'before' && plan.when !== 'after') {
    throw new RangeError(`when must be 'before' or 'after', was given '${String(plan.when)}'`)
  }
}

function checkSettings(settings: FaultSettings): void {
  for (const name of ['delay', 'jitter', 'retryAfter', 'window'] as const) {
    if (settings[name] !== undefined) durationMs(settings[name], name)
  }
  const { sigma = 1, limit = 0 } = settings
  if (!(sigma > 0 && Number.isFinite(sigma))) {
    throw new RangeError(`sigma must be a number above 0, was given ${String(sigma)}`)
  }
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new RangeError(`limit must be a whole number from 0, was given ${String(limit)}`)
  }
}

function checkCount(count: number | undefined, what: string): void {
  if (count !== undefined && (!Number.isSafeInteger(count) || count < 1)) {
    throw new RangeError(`${what} must be a whole number above 0, was given ${String(count)}`)
  }
}
