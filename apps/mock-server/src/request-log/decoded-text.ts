/** A text with escapes resolved, each of its characters with the place in the source where it stands. */
export interface DecodedText {
  readonly text: string
  /** Where in the source each character begins, and, last, where the source ends. */
  readonly starts: Uint32Array
}

/** How often escapes within escapes are resolved: thrice percent-encoded within JSON within a form, and some more. */
const mostLayers = 8

/**
 * The text as it reads after its percent codes and its escapes of JSON are resolved, and those that then stand there, and so on.
 * Nothing if it has none. Each step reads the text once.
 */
export function* decodedLayers(source: string): Generator<DecodedText> {
  let current: DecodedText | undefined = {
    text: source,
    starts: Uint32Array.from({ length: source.length + 1 }, (_, index) => index),
  }
  for (let layer = 0; layer < mostLayers; layer += 1) {
    current = decodedOnce(current)
    if (current === undefined) return
    yield current
  }
}

function decodedOnce(given: DecodedText): DecodedText | undefined {
  const { text } = given
  const starts = new Uint32Array(text.length + 1)
  let decoded = ''
  let copied = 0
  /** Takes over what stands before `index` as it is. */
  const copyUntil = (index: number): void => {
    starts.set(given.starts.subarray(copied, index), decoded.length)
    decoded += text.slice(copied, index)
    copied = index
  }
  const escapes = /(?:%[\da-f]{2})+|\\(?:u[\da-f]{4}|["\\/bfnrt])/gi
  for (const { 0: found, index } of text.matchAll(escapes)) {
    const characters = found.startsWith('%') ? charactersOfCodes(found) : [characterOfEscape(found)]
    for (const { character, at, length } of characters) {
      copyUntil(index + at)
      starts.fill(given.starts[copied] ?? 0, decoded.length, decoded.length + character.length)
      decoded += character
      copied = index + at + length
    }
  }
  if (copied === 0) return undefined
  copyUntil(text.length)
  starts[decoded.length] = given.starts[text.length] ?? 0
  return { text: decoded, starts: starts.subarray(0, decoded.length + 1) }
}

interface Resolved {
  readonly character: string
  /** From the beginning of the escape. */
  readonly at: number
  readonly length: number
}

const named: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

function characterOfEscape(written: string): Resolved {
  return { character: escaped(written), at: 0, length: written.length }
}

function escaped(written: string): string {
  if (written.length > 2) return String.fromCharCode(Number.parseInt(written.slice(2), 16))
  const mark = written.charAt(1)
  return Object.hasOwn(named, mark) ? (named[mark] ?? mark) : mark
}

/** The characters of a run of percent codes; bytes that are no UTF-8 are left out, and stay as they stand. */
function charactersOfCodes(codes: string): readonly Resolved[] {
  const characters: Resolved[] = []
  for (let at = 0; at < codes.length; ) {
    const byte = Number.parseInt(codes.slice(at + 1, at + 3), 16)
    const length = 3 * bytesBegunBy(byte)
    // Most are ASCII, and need no decoder.
    const character = byte < 0x80 ? String.fromCharCode(byte) : decodedCodes(codes.slice(at, at + length))
    if (character !== undefined) characters.push({ character, at, length })
    at += character === undefined ? 3 : length
  }
  return characters
}

function bytesBegunBy(byte: number): number {
  if (byte < 0xc0) return 1
  if (byte < 0xe0) return 2
  return byte < 0xf0 ? 3 : 4
}

/** What cannot be UTF-8 by its first two bytes is seen without an error, which costs far more. */
function decodedCodes(codes: string): string | undefined {
  if (!/^%(?:c[2-9a-f]|d|e|f[0-4])/i.test(codes) || !/^%..(?:%[89ab].)+$/i.test(codes)) return undefined
  try {
    return decodeURIComponent(codes)
  } catch {
    return undefined
  }
}
