/** What may be chosen, in minutes; 0 asks about nothing but what may still be on its way. */
export const duplicateChoices: readonly number[] = [10, 60, 1440, 10_080, 43_200, 0]

/** Returns a window in words, such as `1 hour`, or `never` if it is 0. */
export function windowWords(minutes: number): string {
  if (minutes === 0) return 'never'
  if (minutes % 1440 === 0) return counted(minutes / 1440, 'day')
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
