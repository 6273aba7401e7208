import { catalogueLimits } from '../catalogue/limits.ts'
import type { RowReader } from '../catalogue/row-reader.ts'
import { createValueScanner, endOfSpace, type ScannedValue } from './value-scanner.ts'

/** Takes the text of a catalogue apart into rows, in pieces of any length. */
export interface RowSplitter {
  push(text: string): void
  /** Returns the reader of the rows, or `undefined` if the text was no JSON or no list of services. */
  end(): RowReader | undefined
}

/** Where in the catalogue the text has come to. `rejected` if it is no catalogue, whatever follows. */
type Place = 'start' | 'row' | 'key' | 'before value' | 'value' | 'after list' | 'end' | 'rejected'

/** The lists of an object that may be a catalogue; the first that there is counts. */
const listNames = ['services', 'data'] as const

/**
 * Splits JSON into rows without recursion and without holding more than one row: brackets and strings tell where a row ends, and
 * `parseJson` judges what is between. A text is taken if `JSON.parse` takes it; only a value that is longer than a row may be is not
 * judged.
 */
export function createRowSplitter(createReader: () => RowReader): RowSplitter {
  const scanner = createValueScanner()
  const lists = new Map<unknown, RowReader>()
  let place: Place = 'start'
  let isObject = false
  let key: unknown
  /** Of the list or object that is being read. */
  let isEmpty = true
  let reader = createReader()

  const beginList = (name: unknown): Place => {
    reader = createReader()
    lists.set(name, reader)
    isEmpty = true
    return 'row'
  }

  /** Says where the text goes on after a value of an object, or after a list, by the character behind it. */
  const afterValue = (end: string): Place => {
    isEmpty = false
    if (end === '}') return 'end'
    return end === ',' ? 'key' : 'rejected'
  }

  const afterRow = (end: string): Place => {
    isEmpty = false
    if (end === ']') return isObject ? 'after list' : 'end'
    return end === ',' ? 'row' : 'rejected'
  }

  const takeKey = ({ parsed, isBlank, isString }: ScannedValue, end: string): Place => {
    if (isBlank && isEmpty && end === '}') return 'end'
    key = parsed?.value
    return end === ':' && isString && parsed !== undefined ? 'before value' : 'rejected'
  }

  const takeRow = ({ parsed, isBlank, isTooLong, length }: ScannedValue, end: string): Place => {
    if (isBlank && isEmpty && end === ']') return afterRow(end)
    if (parsed !== undefined) reader.read(parsed.value)
    else if (isTooLong) reader.skip({ limit: catalogueLimits.rowLength, found: length })
    else return 'rejected'
    return afterRow(end)
  }

  /** Takes what has been read up to the character that ends it. */
  const take = (end: string): Place => {
    const scanned = scanner.take()
    if (place === 'key') return takeKey(scanned, end)
    if (place === 'row') return takeRow(scanned, end)
    return scanned.parsed !== undefined || scanned.isTooLong ? afterValue(end) : 'rejected'
  }

  /** Begins a value of an object; its first character is not used up if it begins no list of rows. */
  const beginValue = (first: string): { readonly place: Place; readonly used: boolean } => {
    const isList = listNames.some(name => name === key)
    if (isList) lists.delete(key)
    return isList && first === '[' ? { place: beginList(key), used: true } : { place: 'value', used: false }
  }

  const begin = (first: string): Place => {
    if (first === '[') return beginList('')
    isObject = first === '{'
    return isObject ? 'key' : 'rejected'
  }

  /** Goes on by the next character that is no white space, and returns whether it is used up. */
  const decide = (character: string): boolean => {
    if (place === 'before value') {
      const begun = beginValue(character)
      place = begun.place
      return begun.used
    }
    if (place === 'start') place = begin(character)
    else place = place === 'after list' ? afterValue(character) : 'rejected'
    return true
  }

  /** Reads on from an index, and returns the one to go on from. */
  const step = (text: string, from: number): number => {
    if (place === 'row' || place === 'key' || place === 'value') {
      const end = scanner.scan(text, from)
      if (end < text.length) place = take(text.charAt(end))
      return end + 1
    }
    const next = endOfSpace(text, from)
    return next < text.length && !decide(text.charAt(next)) ? next : next + 1
  }

  return {
    push: text => {
      let at = 0
      while (at < text.length && place !== 'rejected') at = step(text, at)
    },
    end: () => {
      if (place !== 'end') return undefined
      return isObject ? (lists.get('services') ?? lists.get('data')) : lists.get('')
    },
  }
}
