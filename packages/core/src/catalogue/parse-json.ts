/**
 * `JSON.parse` that loses no digit: a number that JavaScript would not print back as it stands
 * (`0.123456789012345678901`, `1.50`, `1e3`) comes as its text, every other one as a number. Its work grows with the
 * text's length alone, whatever stands in it.
 *
 * @throws {SyntaxError} where the text is no JSON.
 */
export function parseJson(text: string): unknown {
  // The first parse judges the syntax, so that the rewriting below meets well-formed JSON alone.
  const value: unknown = JSON.parse(text)
  const lossless = quoteLossyNumbers(text)
  return lossless === undefined ? value : JSON.parse(lossless)
}

/**
 * The text with each lossy number in quotes, or `undefined` where there is none. Strings are skipped by looking for their
 * end: an expression that matches a whole string runs out of stack at some 8 million characters.
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

/** The index behind the closing quote of a string whose first character stands at `from`. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text[at - 1 - backslashes] === '\\' && at - 1 - backslashes >= from) backslashes += 1
    if (backslashes % 2 === 0) return at + 1
  }
  return text.length
}
