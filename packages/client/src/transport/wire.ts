import { parseNumeric } from '@orderwright/core'
import * as v from 'valibot'

/**
 * The leaves of an answer: lenient in type, since integers come as strings and as numbers, and strict in
 * meaning: what is not plainly what it should be is `undefined`, never a guess. A field that an answer means
 * nothing without is {@link required}.
 */
export type Leaf<T> = v.GenericSchema<unknown, T>

function leaf<T>(read: (value: unknown) => T): Leaf<T> {
  // The default lets the reader run if the field is absent.
  return v.pipe(v.optional(v.unknown(), null), v.transform(read))
}

/** Returns a text or number as text without white space around it; `undefined` if it is blank or neither. */
export function readText(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

/** Returns a whole number that a JavaScript number holds exactly; `undefined` if it is none. */
export function readCount(value: unknown): number | undefined {
  const text = readText(value)
  if (text === undefined || text.length > 40 || !/^[+-]?\d+(?:\.0+)?$/.test(text)) return undefined
  const count = Number(text)
  return Number.isSafeInteger(count) ? count : undefined
}

/** Returns an amount of money as decimal string in plain notation, every digit kept; `undefined` if it is none. */
export function readAmount(value: unknown): string | undefined {
  const text = readText(value)
  return text === undefined || text.length > longestAmount ? undefined : parseNumeric(text)?.toFixed()
}

/** In characters; no currency has a tenth of it. A million digits take a while. */
const longestAmount = 200

/**
 * Returns an opaque id as it is compared: of at most 128 characters, and of a whole number that some writer made a float
 * (`23501.0`) the number. `0` is none: it is how PHP writes the absence of one.
 */
export function readIdText(value: unknown): string | undefined {
  const text = readText(value)
  if (text === undefined || text.length > 128) return undefined
  const id = /^\d+\.0*$/.test(text) ? text.slice(0, text.indexOf('.')) : text
  return /^0*$/.test(id) ? undefined : id
}

/**
 * Returns an id that an upstream has just given: letters and digits with `_`, `-`, `:` between, a digit among them. A
 * sentence, `null`, `None`, `error` or `-1` in its place says that there is none, or nothing certain.
 */
export function readNewId(value: unknown): string | undefined {
  const id = readIdText(value)
  return id !== undefined && /^[a-z0-9][a-z0-9_:-]*$/i.test(id) && /\d/.test(id) ? id : undefined
}

export const text: Leaf<string | undefined> = leaf(readText)

export const count: Leaf<number | undefined> = leaf(readCount)

export const amount: Leaf<string | undefined> = leaf(readAmount)

export const id: Leaf<string | undefined> = leaf(readIdText)

/** A list of ids; `undefined` if it is no list. */
export const ids: Leaf<readonly string[] | undefined> = leaf(value =>
  Array.isArray(value) ? value.map(readIdText).filter(item => item !== undefined) : undefined,
)

/** Returns a leaf that an answer means nothing without. */
export function required<T>(optional: Leaf<T | undefined>): Leaf<T> {
  return v.pipe(
    optional,
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      if (dataset.value !== undefined) return dataset.value
      addIssue({ message: 'required' })
      return NEVER
    }),
  )
}

export type WireRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
const form = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/

/**
 * Returns a time of QQTube (`2021-12-30 23:59:59`) as ISO 8601 in UTC, such as `2021-12-30T23:59:59.000Z`, or
 * `undefined` if it is none. The document calls its form ISO 8601 and names no zone: that it means UTC is
 * this project's reading, made here and nowhere else.
 */
export function readTime(value: unknown): string | undefined {
  const match = typeof value === 'string' ? form.exec(value.trim()) : null
  if (match === null) return undefined
  const iso = `${match[1]}T${match[2]}.000Z`
  const time = new Date(iso)
  // `Date` rolls 30 February over to March.
  return Number.isNaN(time.getTime()) || time.toISOString() !== iso ? undefined : iso
}
