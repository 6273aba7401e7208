import type { Fields } from '../http/read-fields.ts'
import { holdsKey } from './key-field.ts'

/** What stands where a key stood. */
const redacted = '[redacted]'

/** A shorter key would blank out ordinary letters within other texts. */
const shortestKeyWithin = 8
/** A shorter one would blank out texts that say something, such as `1`; in its own field it is removed all the same. */
const shortestKeyAlone = 4

export type Redact = (text: string) => string

/**
 * Removes from texts every key that the server knows or the request brought, wherever and however it stands: as it is, as JSON has
 * it, or percent-encoded. Of keys that are a part of others, the longer ones go first.
 */
export function createRedactor(fields: Fields, knownKeys: readonly string[]): Redact {
  const keys = withBrought(fields, knownKeys)
  return text => {
    if (text.length < shortestKeyWithin) {
      return text.length >= shortestKeyAlone && keys.includes(text) ? redacted : text
    }
    const plain = without(keys, text)
    if (!plain.includes('%')) return plain
    const decoded = decodedText(plain)
    const shown = without(keys, decoded)
    return shown === decoded ? plain : shown
  }
}

function without(keys: readonly string[], text: string): string {
  let result = text
  const isEscaped = text.includes('\\')
  for (const key of keys) {
    if (key.length < shortestKeyWithin) continue
    if (result.includes(key)) result = result.replaceAll(key, redacted)
    if (!isEscaped) continue
    const asJson = JSON.stringify(key).slice(1, -1)
    if (result.includes(asJson)) result = result.replaceAll(asJson, redacted)
  }
  return result
}

/** A field of JSON may hold an object, and that a key. */
function nestedWithout(text: string): string {
  if (!text.startsWith('{') && !text.startsWith('[')) return text
  return text.replace(/"((?:[^"\\]|\\.)*)":"(?:[^"\\]|\\.)*"/g, (whole, name: string) =>
    holdsKey(name) ? `"${name}":"${redacted}"` : whole,
  )
}

/** Each run of codes that is UTF-8; others stay as they are. */
function decodedText(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, codes => {
    try {
      return decodeURIComponent(codes)
    } catch {
      return codes
    }
  })
}

/** The key that was brought is a known one as a rule. */
function withBrought(fields: Fields, knownKeys: readonly string[]): readonly string[] {
  let keys = knownKeys
  for (const [name, text] of fields) {
    if (!holdsKey(name)) continue
    const brought = text.trim()
    if (brought !== '' && !keys.includes(brought)) keys = longestFirst([...keys, brought])
  }
  return keys
}

function longestFirst(keys: readonly string[]): readonly string[] {
  return keys.toSorted((one, other) => other.length - one.length)
}

/** The fields of a request without its key. */
export function redactFields(fields: Fields, redact: Redact): Fields {
  const shown = new Map<string, string>()
  for (const [name, text] of fields) {
    shown.set(redact(name), holdsKey(name) ? redacted : redact(nestedWithout(text)))
  }
  return shown
}
