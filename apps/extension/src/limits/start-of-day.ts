/** Returns when the day of `now` began in the person's time zone; both in milliseconds since 1970. */
export function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0)
}
