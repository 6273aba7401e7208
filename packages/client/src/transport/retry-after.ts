/** The three forms of a date in HTTP begin with a day's name; `Date.parse` alone takes `1.5` for a day in 2001. */
const date = /^[a-z]{3,9},? /i

/**
 * How long `Retry-After` asks to wait, in whole milliseconds: it names seconds, which some servers give with a
 * fraction, or a date. `undefined` if it does neither.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  const text = (header ?? '').slice(0, 100).trim()
  if (/^\d{1,9}(?:\.\d{1,20})?$/.test(text)) return Math.ceil(Number(text) * 1000)
  const at = date.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs)
}
