import { type Duration, durationMs } from '../clock/duration.ts'

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

export const settingNames: readonly (keyof FaultSettings)[] = [
  'delay',
  'jitter',
  'sigma',
  'retryAfter',
  'limit',
  'window',
]

/** @throws RangeError for what no setting can be, naming what was given */
export function checkSettings(settings: FaultSettings): void {
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
