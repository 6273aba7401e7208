// Regular expressions (ECMA-262 with the flag `u`, as JSON Schema recommends) for what the rules ask of a text.

/** White space and invisible characters alone, or nothing. */
export const blankPattern = '^[\\s\\p{Cf}]*$'

/** At least one character that can be seen. */
export const visiblePattern = '[^\\s\\p{Cf}]'

/** A number in plain digits. */
export const numberPattern: string = anyOf('[+-]?\\d+(?:\\.\\d+)?')

/** A number in plain digits that is below 0. */
export const negativePattern: string = anyOf('-\\d*[1-9]\\d*(?:\\.\\d+)?', '-\\d+\\.\\d*[1-9]\\d*')

/** A number of more digits is not put into a pattern. */
const mostDigits = 40

/** Returns whether a number can stand in a pattern. */
export function isShortNumber(number: bigint): boolean {
  return String(number).length <= mostDigits
}

/** Returns the pattern of a whole number without a sign that is at least `least` and, if it is given, at most `greatest`. */
export function quantityPattern(least: bigint, greatest: bigint | undefined): string {
  const upper = greatest === undefined ? '' : `(?=\\s*0*(?:${wholeTo(greatest)})\\s*$)`
  return `^${upper}\\s*0*(?:${wholeFrom(least)})\\s*$`
}

/** Returns the pattern of a number that is at least `least`. */
export function leastPattern(least: bigint): string {
  if (least > 0n) return anyOf(`\\+?0*(?:${wholeFrom(least)})(?:\\.\\d+)?`)
  return anyOf('\\+?\\d+(?:\\.\\d+)?', `-0*${magnitudeTo(-least)}`)
}

/** Returns the pattern of a number that is at most `greatest`. */
export function greatestPattern(greatest: bigint): string {
  if (greatest < 0n) return anyOf(`-0*(?:${wholeFrom(-greatest)})(?:\\.\\d+)?`)
  return anyOf('-\\d+(?:\\.\\d+)?', `\\+?0*${magnitudeTo(greatest)}`)
}

/**
 * Returns the pattern of a whole multiple of a step, or `undefined` if its last digits do not tell: those of 250 do, those of 30 do not.
 */
export function multiplePattern(step: bigint): string | undefined {
  for (const places of [0, 1, 2, 3, 4, 5, 6]) {
    const whole = 10n ** BigInt(places)
    if (whole % step !== 0n) continue
    const count = Number(whole / step)
    if (count > 100) return undefined
    const endings = Array.from({ length: count }, (_, index) => String(step * BigInt(index)))
    const padded = endings.map(ending => (places === 0 ? '' : ending.padStart(places, '0')))
    const digits = places === 0 ? '\\d+' : `(?:\\d*(?:${padded.join('|')})|0*(?:${endings.join('|')}))`
    return anyOf(`[+-]?${digits}(?:\\.0+)?`)
  }
  return undefined
}

/** Returns the pattern of at least so many lines that are not blank; at least one. */
export function linesPattern(count: number): string {
  const line = '[^\\s\\p{Cf}][^\\n\\r]*'
  const more = count > 1 ? `(?:[\\n\\r][\\s\\p{Cf}]*${line}){${count - 1}}` : ''
  return `^[\\s\\p{Cf}]*${line}${more}`
}

/** A real date as d/m/Y, the day and month in one or two digits. */
export const datePattern: string = anyOf(
  `(?:${[
    '(?:0?[1-9]|1\\d|2[0-8])/(?:0?[1-9]|1[0-2])/(?!0000)\\d{4}',
    '(?:29|30)/(?:0?[13-9]|1[0-2])/(?!0000)\\d{4}',
    '31/(?:0?[13578]|1[02])/(?!0000)\\d{4}',
    '29/0?2/(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)',
  ].join('|')})`,
)

/** A text that one of the patterns matches whole, but for white space around it. */
function anyOf(...patterns: readonly string[]): string {
  return `^\\s*(?:${patterns.join('|')})\\s*$`
}

/** A number without its sign that is at most `whole`, which is no fraction. */
function magnitudeTo(whole: bigint): string {
  const less = whole === 0n ? '' : `(?:${wholeTo(whole - 1n)})(?:\\.\\d+)?|`
  return `(?:${less}${whole}(?:\\.0+)?)`
}

/** Whole numbers without leading zeros that are at least `least`: those of more digits, and those that are greater at some digit. */
function wholeFrom(least: bigint): string {
  if (least <= 0n) return '\\d+'
  const digits = String(least)
  const longer = `[1-9]\\d{${digits.length},}`
  return [longer, ...atEachDigit(digits, digit => range(digit + 1, 9)), digits].join('|')
}

function wholeTo(greatest: bigint): string {
  if (greatest <= 0n) return '0'
  const digits = String(greatest)
  const shorter = digits.length > 1 ? [`[1-9]\\d{0,${digits.length - 2}}`] : []
  return [
    '0',
    ...shorter,
    ...atEachDigit(digits, (digit, at) => range(at === 0 ? 1 : 0, digit - 1)),
    digits,
  ].join('|')
}

/** Numbers of the same length that agree up to some digit, and have one of `others` there. */
function atEachDigit(digits: string, others: (digit: number, at: number) => string): readonly string[] {
  return Array.from(digits).flatMap((digit, at) => {
    const other = others(Number(digit), at)
    const rest = digits.length - at - 1
    return other === '' ? [] : [`${digits.slice(0, at)}${other}${rest === 0 ? '' : `\\d{${rest}}`}`]
  })
}

function range(from: number, to: number): string {
  if (from > to) return ''
  return from === to ? String(from) : `[${from}-${to}]`
}
