/** `\r\n` and `\r` become `\n`: what is judged, and what is sent. */
export function normaliseLineEndings(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** A character that can be seen: neither white space nor invisible (Unicode Cf, such as U+200B). */
const visible = /[^\s\p{Cf}]/u

/** Whether a text shows nothing: it is empty, or white space and invisible characters (Unicode Cf) alone. */
export function isBlankText(text: string): boolean {
  return !visible.test(text)
}

/** Returns the text without its blank lines. Its line endings are `\n`. */
export function withoutBlankLines(text: string): string {
  return text
    .split('\n')
    .filter(line => !isBlankText(line))
    .join('\n')
}

/** Its number of lines that are not blank. The text's line endings are `\n`. */
export function countLines(text: string): number {
  return text.split('\n').filter(line => !isBlankText(line)).length
}

/** Its length in Unicode code points, as a person counts letters, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
