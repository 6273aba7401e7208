import type { OutgoingHttpHeaders } from 'node:http'
import type { Fields } from '../http/fields.ts'
import { isDeeperThan } from '../http/json-depth.ts'
import { holdsKey } from '../http/key-field.ts'
import { type DecodedText, decodedLayers } from './decoded-text.ts'

/** What stands where a key stood. */
export const redacted = '[redacted]'

/** A shorter key would blank out ordinary letters within other texts. */
const shortestKeyWithin = 8
/** A shorter one would blank out texts that say something, such as `1`; in its own field it is removed all the same. */
const shortestKeyAlone = 4

export type Redact = (text: string) => string

/**
 * Removes from texts every key that the server knows or the request brought, wherever and however it stands: as it is, with
 * escapes of JSON, percent-encoded, or one in the other. Of keys that are a part of others, the longer ones go first.
 */
export function createRedactor(
  fields: Fields,
  knownKeys: readonly string[],
  headers: OutgoingHttpHeaders = {},
): Redact {
  return redactorOf(withBrought([...fields, ...credentialsIn(headers)], knownKeys))
}

/** As {@link createRedactor}, of what no request brought. */
export function redactorOf(keys: readonly string[]): Redact {
  const writings = keys.filter(({ length }) => length >= shortestKeyWithin).flatMap(writingsOf)
  const hasMarks = writings.some(key => /["\\/\p{Cc}]/u.test(key))
  return text => {
    if (text.length < shortestKeyAlone) return text
    if (keys.includes(text)) return redacted
    const plain = without(writings, text)
    const isEscaped = plain.includes('%') || (plain.includes('\\') && (hasMarks || plain.includes('\\u')))
    return isEscaped ? withoutEscaped(keys, writings, plain) : plain
  }
}

/** A form writes a blank as `+`. */
function writingsOf(key: string): readonly string[] {
  return key.includes(' ') ? [key, key.replaceAll(' ', '+')] : [key]
}

/** The end of a text that was cut off may be the beginning of a key. */
export function withoutCutKey(text: string, keys: readonly string[]): string {
  for (const key of keys) {
    for (let length = key.length - 1; length >= shortestKeyWithin; length -= 1) {
      if (text.endsWith(key.slice(0, length))) return text.slice(0, -length) + redacted
    }
  }
  return text
}

function without(writings: readonly string[], text: string): string {
  let result = text
  for (const writing of writings) {
    if (result.includes(writing)) result = result.replaceAll(writing, redacted)
  }
  return result
}

/** The text with each stretch removed that reads as a key once its escapes are resolved, and all else as it is. */
function withoutEscaped(keys: readonly string[], writings: readonly string[], source: string): string {
  const stretches: Stretch[] = []
  for (const layer of decodedLayers(source)) {
    if (layer.text.length >= shortestKeyAlone && keys.includes(layer.text)) return redacted
    for (const writing of writings) {
      for (const stretch of stretchesOf(writing, layer)) stretches.push(stretch)
    }
  }
  let result = ''
  let copied = 0
  for (const [from, to] of stretches.toSorted(([one], [other]) => one - other)) {
    if (from >= copied) result += source.slice(copied, from) + redacted
    copied = Math.max(copied, to)
  }
  return result + source.slice(copied)
}

type Stretch = readonly [from: number, to: number]

function* stretchesOf(key: string, { text, starts }: DecodedText): Generator<Stretch> {
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at + key.length)) {
    yield [starts[at] ?? 0, starts[at + key.length] ?? 0]
  }
}

/** A field may hold JSON, and that a key by its name. */
function nestedWithout(text: string): string {
  if (!text.startsWith('{') && !text.startsWith('[')) return text
  if (isDeeperThan(deepest, text)) return brokenWithout(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return brokenWithout(text)
  }
  const shown = valueWithout(value, false)
  return JSON.stringify(shown) === JSON.stringify(value) ? text : JSON.stringify(shown)
}

const deepest = 100

function valueWithout(value: unknown, isKey: boolean): unknown {
  if (Array.isArray(value)) return value.map(item => valueWithout(item, isKey))
  if (typeof value !== 'object' || value === null) return isKey && value !== null ? redacted : value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, valueWithout(item, isKey || holdsKey(name))]),
  )
}

/** What is nearly JSON: each text behind a name that says so. It ends no later than the text does, so that nothing is read twice. */
function brokenWithout(text: string): string {
  let name: string | undefined
  return text.replace(/"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)(\s{0,100}:)?/g, (whole, colon?: string) => {
    const isKey = name !== undefined && holdsKey(name)
    name = colon === undefined ? undefined : whole.slice(1, whole.lastIndexOf('"'))
    return isKey && colon === undefined ? `"${redacted}"` : whole
  })
}

/** Those that a request brings beyond this many are removed from their fields alone. */
const mostBrought = 20

/** The key that was brought is a known one as a rule. */
function withBrought(
  fields: Iterable<readonly [name: string, text: string]>,
  knownKeys: readonly string[],
): readonly string[] {
  let keys = knownKeys
  for (const [name, text] of fields) {
    if (!holdsKey(name)) continue
    const brought = text.trim()
    if (brought === '' || keys.includes(brought)) continue
    keys = [...keys, brought].toSorted((one, other) => other.length - one.length)
    if (keys.length >= knownKeys.length + mostBrought) break
  }
  return keys
}

/** The fields of a request without its key. */
export function redactFields(fields: Fields, redact: Redact): Fields {
  const shown = new Map<string, string>()
  for (const [name, text] of fields) {
    shown.set(redact(name), holdsKey(name) ? redacted : redact(nestedWithout(text)))
  }
  return shown
}

/** Headers as a list of names and texts, without those that hold a key or a session. */
export function redactHeaders(
  headers: OutgoingHttpHeaders,
  redact: Redact,
): Readonly<Record<string, string>> {
  const shown = Object.entries(headers).flatMap(([name, given]) =>
    given === undefined ? [] : [[redact(name), isSecretHeader(name) ? redacted : redact(String(given))]],
  )
  return Object.fromEntries(shown)
}

/** Its name has the word, and yet it opens nothing: a test wants to see it. */
const openHeaders: ReadonlySet<string> = new Set(['idempotency-key'])

const sessionHeaders: ReadonlySet<string> = new Set(['cookie', 'set-cookie'])

function isSecretHeader(name: string): boolean {
  return !openHeaders.has(name) && (sessionHeaders.has(name) || holdsKey(name))
}

/** What headers such as `Authorization: Bearer …` bring, without the scheme. */
function credentialsIn(headers: OutgoingHttpHeaders): readonly (readonly [name: string, text: string])[] {
  return Object.entries(headers).flatMap(([name, given]) =>
    isSecretHeader(name) && holdsKey(name) ? [[name, String(given).replace(/^[a-z]+ +/i, '')]] : [],
  )
}
