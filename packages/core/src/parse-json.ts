const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * `JSON.parse` that loses no digit: a number that JavaScript would not print back as it stands
 * (`0.123456789012345678901`, `1.50`, `1e3`) comes as its text, every other one as a number.
 *
 * @throws {SyntaxError} where the text is no JSON.
 */
export function parseJson(text: string): unknown {
  // The first parse judges the syntax, so that the rewriting below meets well-formed JSON alone.
  const value: unknown = JSON.parse(text)
  let rewritten = false
  const lossless = text.replace(stringOrNumber, token => {
    if (token.startsWith('"') || String(Number(token)) === token) return token
    rewritten = true
    return `"${token}"`
  })
  return rewritten ? JSON.parse(lossless) : value
}
