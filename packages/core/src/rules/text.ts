/** Turns `\r\n` and `\r` into `\n`, as texts are judged and sent. */
export function normaliseLineEndings(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** A character that can be seen: neither white space nor invisible (Unicode Cf, such as U+200B). */
const visible = /[^\s\p{Cf}]/u

/** Returns whether a text shows nothing: it is empty, or has only white space and invisible characters (Unicode Cf). */
export function isBlankText(text: string): boolean {
  return !visible.test(text)
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
  let count = 0
  for (const _ of text) count += 1
  return count
}
