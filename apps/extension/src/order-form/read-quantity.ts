import { Decimal } from '@orderwright/core'
import { formatCount } from '../format/money.ts'
import { messages as texts } from './texts/en.generated.ts'

/** What was typed as a quantity, as it is taken. */
export interface QuantityReading {
  /** Plain digits if it was understood, blank if it has two meanings, else as it was typed. */
  readonly quantity: string
  /** Whether it was written in another way than in plain digits, and understood. */
  readonly isUnderstood: boolean
  /** One sentence that asks, if it has two meanings. */
  readonly doubt: string | undefined
}

/** Nobody types more digits than these; what is longer is left to be refused as it is. */
const longest = 60

/**
 * Reads a quantity as people write one: `9,000`, `9 000`, `9’000`, `10k`, `1.5k`, `1.234.567`, digits of other scripts.
 * What has two meanings, such as `1.000` or `1,5`, is asked about, unless `groupMark`, which separates thousands in the
 * reader's locale, says which it is. The engine takes plain digits alone.
 *
 * @example
 * ```ts
 * readQuantity('10k').quantity // '10000'
 * ```
 */
export function readQuantity(typed: string, groupMark: string = readerGroupMark): QuantityReading {
  const text = typed.length > longest ? '' : plain(typed)
  if (text === '') return taken(typed)
  if (/^\d+$/.test(text)) return { ...taken(text), isUnderstood: text !== typed.trim() }
  if (groupMark === '.' && /^[1-9]\d{0,2}\.\d{3}$/.test(text)) {
    return { ...taken(text.replace('.', '')), isUnderstood: true }
  }
  const doubt = doubtOf(text)
  if (doubt !== undefined) return { quantity: '', isUnderstood: false, doubt }
  const quantity = thousands(text) ?? grouped(text)
  return quantity === undefined ? taken(typed) : { ...taken(quantity), isUnderstood: true }
}

/** What separates thousands where the reader lives, as `formatCount` writes them. */
const readerGroupMark: string = formatCount('10000').replace(/[^.,]/g, '')

function taken(quantity: string): QuantityReading {
  return { quantity, isUnderstood: false, doubt: undefined }
}

/** The zero of each script whose digits have a keyboard of their own, beyond those that NFKC knows. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50]

/** Returns the text in ASCII digits and separators, without invisible characters, in small letters. */
function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .replace(/\p{Nd}/gu, digit => `${digitOf(digit.codePointAt(0) ?? 0) ?? digit}`)
    .replaceAll('\u066c', ',')
    .replaceAll('\u066b', '.')
    .replace(/['’ʼ]/g, ' ')
    .trim()
    .toLowerCase()
}

function digitOf(code: number): number | undefined {
  const zero = zeros.find(candidate => code >= candidate && code <= candidate + 9)
  return zero === undefined ? undefined : code - zero
}

/** Reads `10k`, `1.5k`, `2m`, with up to two decimals after a point or a comma. */
function thousands(text: string): string | undefined {
  const [, whole, decimals = '', unit] = /^(\d+)(?:[.,](\d{1,2}))? ?([km])$/.exec(text) ?? []
  if (whole === undefined) return undefined
  return new Decimal(`${whole}.${decimals}0`).times(unit === 'k' ? 1000 : 1_000_000).toFixed()
}

/** Each takes the whole part; decimals may stand behind it if they are zeros, and no three of them. */
const groupings = [
  /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.0{1,2})?$/,
  /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,]0{1,2})?$/,
  /^([1-9]\d{0,2}(?:\.\d{3}){2,})(?:,0{1,2})?$/,
  /^([1-9]\d{0,2}\.\d{3}),0{1,2}$/,
  // As in India: `12,34,567`.
  /^([1-9]\d?(?:,\d{2})+,\d{3})$/,
]

/** Thousands apart, in any way that has no other meaning. */
function grouped(text: string): string | undefined {
  const found = groupings.map(grouping => grouping.exec(text)?.[1]).find(whole => whole !== undefined)
  return found?.replace(/\D/g, '')
}

/** Returns both readings of a point or a comma that separates thousands for some and decimals for others. */
function doubtOf(text: string): string | undefined {
  const [, whole = '', mark = '', rest = '', unit] = /^(\d+)([.,])(\d+) ?(k?)$/.exec(text) ?? []
  if (mark === '' || whole.startsWith('0')) return undefined
  const digits = `${whole}${rest}`
  if (unit === 'k') {
    if (rest.length !== 3) return undefined
    return texts.doubt.thousand({ one: formatCount(digits), other: formatCount(`${digits}000`) })
  }
  if (mark === '.' && rest.length === 3 && whole.length <= 3) {
    const one = formatCount(digits)
    return /^0+$/.test(rest)
      ? texts.doubt.two({ one, other: formatCount(whole), mark: 'dot' })
      : texts.doubt.one({ one, mark: 'dot' })
  }
  const isDecimal = mark === ',' && rest.length !== 3
  return isDecimal ? texts.doubt.whole({ one: formatCount(digits) }) : undefined
}
