const form = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/

/**
 * A time of QQTube (`2021-12-30 23:59:59`) as ISO 8601 in UTC, such as `2021-12-30T23:59:59.000Z`, or
 * `undefined` where it is none. The document calls its form ISO 8601 and names no zone: that it means UTC is
 * this project's reading, made here and nowhere else.
 */
export function readTime(value: unknown): string | undefined {
  const match = typeof value === 'string' ? form.exec(value.trim()) : null
  if (match === null) return undefined
  const iso = `${match[1]}T${match[2]}.000Z`
  const time = new Date(iso)
  // `Date` rolls 30 February over to March.
  return Number.isNaN(time.getTime()) || time.toISOString() !== iso ? undefined : iso
}
