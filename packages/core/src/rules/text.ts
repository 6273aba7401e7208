/** Turns `\r\n` and `\r` into `\n`, as texts are judged and sent. */
export function normaliseLineEndings(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** A character that can be seen: neither white space nor invisible (Unicode Cf, such as U+200B). */
const visible = /[^\s\p{Cf}]/u

/** Returns whether a text shows nothing: it is empty, or has only white space and invisible characters (Unicode Cf). */
export function isBlankText(text: string): boolean {
  // Most texts are empty or begin with a letter or digit of ASCII, which takes no expression to see.
  if (text === '') return true
  const first = text.charCodeAt(0)
  return !(first > 32 && first < 127) && !visible.test(text)
}

/** Removes the blank lines from a text whose line endings are `\n`. */
export function withoutBlankLines(text: string): string {
  return text
    .split('\n')
    .filter(line => !isBlankText(line))
    .join('\n')
}

/**
 * Counts the lines of a text that are not blank, as upstreams charge for them. Its line endings are `\n`.
 *
 * @example
 * ```ts
 * countLines('first\n \nsecond\n') // 2
 * ```
 */
export function countLines(text: string): number {
  return text.split('\n').filter(line => !isBlankText(line)).length
}

/** Counts Unicode code points, which is closer to what a person calls letters than UTF-16 units are. */
export function countCharacters(text: string): number {
  let count = text.length
  for (let index = 1; index < text.length; index += 1) {
    // The second half of a pair is no character of its own.
    if (isSurrogate(text.charCodeAt(index), 0xdc00) && isSurrogate(text.charCodeAt(index - 1), 0xd800))
      count -= 1
  }
  return count
}

function isSurrogate(unit: number, first: number): boolean {
  return unit >= first && unit < first + 0x400
}
