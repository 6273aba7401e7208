/** The fields that hold a key, of either API. */
const keyFields: ReadonlySet<string> = new Set(['api_key', 'key'])

/** What clients call it that have the wrong name, without marks and capitals: `apiKey`, `key[]`, `auth[key]`, `access-token`. */
const likeKeyField =
  /^(?:(?:api|access|auth|authorization|secret|user|panel|private)*(?:key|token)|(?:api|auth|client)?secret|auth|authorization|password)\d*$/

/** Whether a field holds a key: by the name that an API has for it, or one that a client may have taken for it. */
export function holdsKey(name: string): boolean {
  if (keyFields.has(name)) return true
  // Of nearly all names this says no, and soon.
  if (name.length > longest || !/key|token|secret|auth|password/i.test(name)) return false
  return likeKeyField.test(name.toLowerCase().replace(/[^a-z\d]/g, ''))
}

const longest = 40
