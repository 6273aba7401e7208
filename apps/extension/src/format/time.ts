const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

const format = new Intl.RelativeTimeFormat('en')

/** How long ago something was, such as `5 minutes ago`; both in milliseconds since 1970. */
export function agoWords(then: number, now: number): string {
  const passed = now - then
  const [unit, length] = units.find(([, ms]) => passed >= ms) ?? []
  return unit === undefined || length === undefined
    ? 'just now'
    : format.format(-Math.floor(passed / length), unit)
}
