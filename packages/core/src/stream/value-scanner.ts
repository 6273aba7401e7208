import { catalogueLimits } from '../catalogue/limits.ts'
import { parseJson } from '../catalogue/parse-json.ts'

export interface ScannedValue {
  /** Absent if the text is no JSON, or too long to be read. */
  readonly parsed: { readonly value: unknown } | undefined
  /** Whether there was nothing but white space. */
  readonly isBlank: boolean
  /** Whether it is a string, and no number that was read as its text. */
  readonly isString: boolean
  readonly isTooLong: boolean
  readonly length: number
}

/** Reads one value of JSON after another from a text that comes in pieces. */
export interface ValueScanner {
  /**
   * Reads on from an index, and returns the index of what ends the value: a comma, a colon, or a bracket that it did not open. Returns
   * the text's length if the end is still to come.
   */
  scan(text: string, from: number): number
  /** Returns the value that was read, and begins anew. */
  take(): ScannedValue
}

export function createValueScanner(): ValueScanner {
  const limit = catalogueLimits.rowLength
  let pieces: string[] = []
  let length = 0
  let depth = 0
  let isString = false
  let isEscaped = false

  /** Returns the index behind the string that is being read. */
  const endOfString = (text: string, from: number): number => {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (isEscaped) isEscaped = false
      else if (code === backslash) isEscaped = true
      else if (code === quote) {
        isString = false
        return at + 1
      }
    }
    return text.length
  }
  const endOfValue = (text: string, from: number): number => {
    let at = isString ? endOfString(text, from) : from
    while (at < text.length) {
      const kind = kindOf(text.charCodeAt(at))
      const isOutside = kind === 'closes' || kind === 'ends'
      if (isOutside && depth === 0) return at
      depth += deeper[kind]
      isString = kind === 'quotes'
      at = isString ? endOfString(text, at + 1) : at + 1
    }
    return text.length
  }
  return {
    scan: (text, from) => {
      const end = endOfValue(text, from)
      length += end - from
      if (length > limit) pieces = []
      else pieces.push(text.slice(from, end))
      return end
    },
    take: () => {
      const isTooLong = length > limit
      const text = isTooLong ? '' : pieces.join('')
      const parsed = isTooLong ? undefined : tryParse(text)
      const first = endOfSpace(text, 0)
      const taken = {
        parsed,
        isBlank: !isTooLong && first === text.length,
        isString: text.charCodeAt(first) === quote,
        isTooLong,
        length,
      }
      pieces = []
      length = 0
      return taken
    },
  }
}

type Kind = 'opens' | 'closes' | 'ends' | 'quotes' | 'other'

const deeper: Readonly<Record<Kind, number>> = { opens: 1, closes: -1, ends: 0, quotes: 0, other: 0 }

function kindOf(code: number): Kind {
  switch (code) {
    case quote:
      return 'quotes'
    case 0x2c:
    case 0x3a:
      return 'ends'
    case 0x5b:
    case 0x7b:
      return 'opens'
    case 0x5d:
    case 0x7d:
      return 'closes'
    default:
      return 'other'
  }
}

const quote = 0x22

const backslash = 0x5c

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseJson(text) }
  } catch {
    return undefined
  }
}

/** Returns the index of the first character from an index on that is no white space of JSON. */
export function endOfSpace(text: string, from: number): number {
  const space = /[ \t\n\r]*/y
  space.lastIndex = from
  space.test(text)
  return space.lastIndex
}
