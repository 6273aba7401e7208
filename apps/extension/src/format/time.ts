import { readerLocale, textsLocale } from './locale.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Returns how long ago something was, such as `5 minutes ago`. Both are in milliseconds since 1970. */
export function agoWords(then: number, now: number): string {
  const passed = now - then
  const [unit, length] = units.find(([, ms]) => passed >= ms) ?? []
  return unit === undefined || length === undefined
    ? texts.justNow()
    : ages.format(-Math.floor(passed / length), unit)
}

/**
 * Formats a time, as ISO 8601 or in milliseconds since 1970, in the person's own zone and way of writing: `Nov 22, 2:05 PM`. A text that is
 * no time stays as it is.
 */
export function formatTime(time: string | number): string {
  return formatIn(times, time)
}

/** Formats a day, as ISO 8601 or in milliseconds since 1970: `November 22, 2026`. */
export function formatDay(time: string | number): string {
  return formatIn(days, time)
}

/** Formats a time of the day, in milliseconds since 1970: `2:05 PM`. */
export function formatClock(time: number): string {
  return formatIn(clocks, time)
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

const ages = new Intl.RelativeTimeFormat(textsLocale)

// Made once: to make one takes longer than to format many times.
const clock = { hour: 'numeric', minute: '2-digit' } as const
const clocks = new Intl.DateTimeFormat(readerLocale, clock)
const days = new Intl.DateTimeFormat(readerLocale, { dateStyle: 'long' })
const times = new Intl.DateTimeFormat(readerLocale, { day: 'numeric', month: 'short', ...clock })

function formatIn(format: Intl.DateTimeFormat, time: string | number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? `${time}` : format.format(date)
}
