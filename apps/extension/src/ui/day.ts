/** `31/12/2027`, as upstreams take a day, of the `2027-12-31` of a date field; anything else is blank. */
export function dayFromIso(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  return year === undefined ? '' : `${day}/${month}/${year}`
}

/** The reverse, also of a day and month in one digit; anything else is blank. */
export function isoFromDay(day: string): string {
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day.trim()) ?? []
  if (date === undefined || month === undefined) return ''
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
