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
  // The first parse judges the syntax, so that the rewriting below meets well-formed JSON alone.
  const value: unknown = JSON.parse(text)
  const lossless = quoteLossyNumbers(text)
  return lossless === undefined ? value : JSON.parse(lossless)
}

/**
 * Puts each lossy number in quotes, or returns `undefined` if there are none. Strings are skipped by looking for their end, since an
 * expression that matches a whole string runs out of stack at some 8 million characters.
 */
function quoteLossyNumbers(text: string): string | undefined {
  const start = /["\d-]/g
  const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  const pieces: string[] = []
  let copied = 0
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    if (found[0] === '"') {
      start.lastIndex = endOfString(text, found.index + 1)
      continue
    }
    number.lastIndex = found.index
    const token = number.exec(text)?.[0] ?? found[0]
    start.lastIndex = found.index + token.length
    if (String(Number(token)) === token) continue
    pieces.push(text.slice(copied, found.index), `"${token}"`)
    copied = start.lastIndex
  }
  return pieces.length === 0 ? undefined : `${pieces.join('')}${text.slice(copied)}`
}

/** Finds the index behind the closing quote of a string whose first character is at `from`. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text[at - 1 - backslashes] === '\\' && at - 1 - backslashes >= from) backslashes += 1
    if (backslashes % 2 === 0) return at + 1
  }
  return text.length
}
