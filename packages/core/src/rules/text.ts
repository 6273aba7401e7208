/** `\r\n` and `\r` become `\n`: what is judged, and what is sent. */
export function normaliseLineEndings(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Its number of lines that are not blank. The text's line endings are `\n`. */
export function countLines(text: string): number {
  return text.split('\n').filter(line => line.trim() !== '').length
}

/** Its length in Unicode code points, as a person counts letters, not UTF-16 units. */
export function countCharacters(text: string): number {
  return Array.from(text).length
}
