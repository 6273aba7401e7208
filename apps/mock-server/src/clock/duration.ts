const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

type Unit = keyof typeof unitMs

type Part = `${number}${Unit}`

/** Milliseconds, or a number and its unit: `'250ms'`, `'90s'`, `'1.5h'`, `'2d'`; several add up: `'1h30m'`. */
export type Duration = number | Part | `${Part}${Part}` | `${Part}${Part}${Part}`

/**
 * A duration in whole milliseconds.
 * @throws RangeError naming `what`, for anything else, below 0, or longer than a number counts exactly
 */
export function durationMs(duration: number | string, what: string): number {
  const milliseconds = typeof duration === 'number' ? duration : msOfText(duration)
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
    throw new RangeError(
      `${what} must be a whole number of milliseconds from 0, or a text such as '90s' or '1h30m', was given ${String(duration)}${suggestion(String(duration))}`,
    )
  }
  return milliseconds
}

/** Returns whether a text is a duration. */
export function isDuration(text: string): text is Exclude<Duration, number> {
  return Number.isSafeInteger(msOfText(text)) && !/^\d+$/.test(text)
}

function msOfText(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) return Number.NaN
  let total = 0
  for (const [, count = '', unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    if (isUnit(unit)) total += Number(count) * unitMs[unit]
  }
  // 0.07 h is 252000.00000000003 ms in binary fractions.
  return Math.round(total * 1000) / 1000
}

/** What people write for a unit. */
const otherUnits: readonly (readonly [written: RegExp, unit: Unit])[] = [
  [/^(msecs?|millis|milliseconds?)$/, 'ms'],
  [/^(secs?|seconds?)$/, 's'],
  [/^(mins?|minutes?)$/, 'm'],
  [/^(hrs?|hours?)$/, 'h'],
  [/^days?$/, 'd'],
]

function suggestion(text: string): string {
  const [, count = '', word = ''] = /^ *(\d{1,15}(?:\.\d{1,3})?) *([a-z]{1,12}) *$/i.exec(text) ?? []
  const written = word.toLowerCase()
  const unit = isUnit(written) ? written : otherUnits.find(([pattern]) => pattern.test(written))?.[1]
  return unit === undefined ? '' : `: did you mean '${count}${unit}'?`
}

function isUnit(text: string | undefined): text is Unit {
  return text !== undefined && Object.hasOwn(unitMs, text)
}
