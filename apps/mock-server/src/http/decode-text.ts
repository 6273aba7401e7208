/**
 * The text of a file or a body by its byte-order mark, which is left out: UTF-8 (also without one) or UTF-16, as some editors and
 * shells on Windows save it.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  // JSON begins with a letter of ASCII, which leaves one byte of two at 0.
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be'
  return 'utf-8'
}
