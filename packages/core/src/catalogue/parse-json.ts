/**
 * Parses JSON without losing a digit. A number that JavaScript would print in another way (`0.123456789012345678901`, `1.50`, `1e3`)
 * comes as its text, any other as a number. The work grows with the text's length alone, whatever is in it.
 *
 * @throws {SyntaxError} if the text is not JSON.
 *
 * @example
 * ```ts
 * parseJson('{"rate": 0.90, "min": 50}') // { rate: '0.90', min: 50 }
 * ```
 */
export function parseJson(text: string): unknown {
  const lossless = quoteLossyNumbers(text)
  if (lossless === text) return JSON.parse(text)
  try {
    return JSON.parse(lossless)
  } catch {
    // Neither of them is JSON, and the error tells of the text that was given.
    return JSON.parse(text)
  }
}

/**
 * Puts each lossy number in quotes. The text need not be JSON: where a number may stand, a string may stand too, except before a colon,
 * so a text becomes JSON by this only if it was JSON.
 */
function quoteLossyNumbers(text: string): string {
  const pieces: string[] = []
  let copied = 0
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === character.quote) at = endOfString(text, at + 1)
    else if (code !== character.minus && !isDigit(code)) at += 1
    else {
      const end = endOfNumber(text, at)
      if (!isPlainNumber(text, at, end) && isLossy(text, at, end)) {
        pieces.push(text.slice(copied, at), `"${text.slice(at, end)}"`)
        copied = end
      }
      at = end
    }
  }
  return pieces.length === 0 ? text : `${pieces.join('')}${text.slice(copied)}`
}

const character = {
  quote: '"'.charCodeAt(0),
  backslash: '\\'.charCodeAt(0),
  minus: '-'.charCodeAt(0),
  plus: '+'.charCodeAt(0),
  point: '.'.charCodeAt(0),
  colon: ':'.charCodeAt(0),
  zero: '0'.charCodeAt(0),
  nine: '9'.charCodeAt(0),
} as const

function isDigit(code: number): boolean {
  return code >= character.zero && code <= character.nine
}

/** Finds the index behind the closing quote of a string whose first character is at `from`. */
function endOfString(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === character.quote) return at + 1
    at += code === character.backslash ? 2 : 1
  }
  return text.length
}

/** Finds the index behind the characters that numbers are made of. Few texts have others than digits and a point. */
function endOfNumber(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && isOfNumber(text.charCodeAt(at))) at += 1
  return at
}

function isOfNumber(code: number): boolean {
  if (isDigit(code)) return true
  return (
    code === character.point || code === character.minus || code === character.plus || (code | 32) === 101
  )
}

/**
 * Returns at a glance whether it is a number of at most 15 digits, with a point or without, that begins with no 0 and does not end with
 * one behind the point. JavaScript prints such a number as it is written.
 */
function isPlainNumber(text: string, from: number, end: number): boolean {
  if (end - from > 15 || text.charCodeAt(from) <= character.zero) return false
  let hasPoint = false
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) continue
    if (code !== character.point || hasPoint) return false
    hasPoint = true
  }
  return !hasPoint || text.charCodeAt(end - 1) > character.zero
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Returns whether it is a number of JSON that JavaScript would print in another way, and stands where a value may. */
function isLossy(text: string, from: number, end: number): boolean {
  const token = text.slice(from, end)
  if (String(Number(token)) === token || !jsonNumber.test(token)) return false
  let next = end
  while (isSpace(text.charCodeAt(next))) next += 1
  return text.charCodeAt(next) !== character.colon
}

/** The white space of JSON. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13
}
