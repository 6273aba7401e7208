const dayMonthYear = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Whether a text is a real date as `d/m/Y`, day and month in one or two digits (panel v2, subscriptions). */
export function isDate(text: string): boolean {
  const match = dayMonthYear.exec(text)
  if (match === null) return false
  const [day = 0, month = 0, year = 0] = match.slice(1).map(Number)
  const length = monthLengths[month - 1]
  if (length === undefined || year === 0) return false
  return day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : length)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
