/** The fields that hold a key, of either API. */
const keyFields: ReadonlySet<string> = new Set(['api_key', 'key'])

/** A name that was written in one: `apikey`, `accesstoken`, `xapikey`. */
const joinedName =
  /^(?:x|my|api|access|app|auth|authorization|bearer|client|secret|user|account|panel|private|public|smm|qqtube)*(?:key|token|secret|auth|authorization|password|passwd|pass)\d*$/

/** A word of a longer name that says so: `my_key`, `key[]`, `X-Api-Key`, `panelKey2`. */
const keyWords: ReadonlySet<string> = new Set([
  ...['key', 'apikey', 'token', 'secret', 'auth', 'authorization', 'authentication', 'bearer'],
  ...['password', 'passwd', 'credential', 'credentials'],
])

/** Whether a field holds a key: by the name that an API has for it, or one that a client may have taken for it. */
export function holdsKey(name: string): boolean {
  if (keyFields.has(name)) return true
  // Of nearly all names this says no, and soon.
  if (name.length > longest || !/key|token|secret|auth|pass|bearer|credential/i.test(name)) return false
  if (joinedName.test(name.toLowerCase().replace(/[^a-z\d]/g, ''))) return true
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return words.some(word => keyWords.has(word))
}

/** In characters. One that is longer is no name that someone gave a field. */
const longest = 100
