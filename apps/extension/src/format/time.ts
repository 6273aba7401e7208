/** Returns how long ago something was, such as `5 minutes ago`. Both are in milliseconds since 1970. */
export function agoWords(then: number, now: number): string {
  const passed = now - then
  const [unit, length] = units.find(([, ms]) => passed >= ms) ?? []
  return unit === undefined || length === undefined
    ? 'just now'
    : ages.format(-Math.floor(passed / length), unit)
}

/**
 * Formats a time, as ISO 8601 or in milliseconds since 1970, in the person's own zone: `22 Nov, 14:05`. A text that is
 * no time stays as it is.
 */
export function formatTime(time: string | number): string {
  return formatIn(times, time)
}

/** Formats a time of the day, in milliseconds since 1970: `14:05`. */
export function formatClock(time: number): string {
  return formatIn(clocks, time)
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

const ages = new Intl.RelativeTimeFormat('en')

// Made once: to make one takes longer than to format many times.
const clock = { hour: '2-digit', minute: '2-digit' } as const
const clocks = new Intl.DateTimeFormat('en-GB', clock)
const times = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...clock })

function formatIn(format: Intl.DateTimeFormat, time: string | number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? `${time}` : format.format(date)
}
