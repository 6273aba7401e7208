import type { Fields } from '../http/read-fields.ts'

/** What stands where a key stood. */
const redacted = '[redacted]'

const keyFields: ReadonlySet<string> = new Set(['api_key', 'key'])

/** A shorter key would blank out ordinary letters elsewhere; in its own field it is removed all the same. */
const shortestKeyToSearch = 8

export type Redact = (text: string) => string

/** Removes from texts every key that the server knows or the request brought, wherever it stands. */
export function createRedactor(fields: Fields, knownKeys: readonly string[]): Redact {
  const brought = [...keyFields].map(name => fields.get(name) ?? '')
  // The key that was brought is a known one as a rule.
  const all = new Set([...brought, ...knownKeys])
  const keys = [...all].filter(key => key.length >= shortestKeyToSearch)
  return text => {
    let result = text
    for (const key of keys) if (result.includes(key)) result = result.replaceAll(key, redacted)
    return result
  }
}

/** The fields of a request without its key. */
export function redactFields(fields: Fields, redact: Redact): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...fields].map(([name, text]) => [redact(name), keyFields.has(name) ? redacted : redact(text)]),
  )
}
