import type { Fields } from '../http/read-fields.ts'

/** What stands where a key stood. */
const redacted = '[redacted]'

/** The fields that hold a key, of either API. */
export const keyFields: ReadonlySet<string> = new Set(['api_key', 'key'])

/** A shorter key would blank out ordinary letters elsewhere; in its own field it is removed all the same. */
const shortestKeyToSearch = 8

export type Redact = (text: string) => string

/**
 * Removes from texts every key that the server knows or the request brought, wherever it stands. Of keys that are a part
 * of others, the longer ones go first.
 */
export function createRedactor(fields: Fields, knownKeys: readonly string[]): Redact {
  const keys = withBrought(fields, knownKeys)
  return text => {
    if (text.length < shortestKeyToSearch) return text
    let result = text
    for (const key of keys) {
      if (key.length >= shortestKeyToSearch && result.includes(key)) result = result.replaceAll(key, redacted)
    }
    return result
  }
}

/** The key that was brought is a known one as a rule. */
function withBrought(fields: Fields, knownKeys: readonly string[]): readonly string[] {
  let keys = knownKeys
  for (const name of keyFields) {
    const brought = fields.get(name)
    if (brought !== undefined && !keys.includes(brought)) keys = longestFirst([...keys, brought])
  }
  return keys
}

function longestFirst(keys: readonly string[]): readonly string[] {
  return keys.toSorted((one, other) => other.length - one.length)
}

/** The fields of a request without its key. */
export function redactFields(fields: Fields, redact: Redact): Fields {
  const shown = new Map<string, string>()
  for (const [name, text] of fields) shown.set(redact(name), keyFields.has(name) ? redacted : redact(text))
  return shown
}
