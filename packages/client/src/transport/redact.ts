export type Redact = (text: string) => string

const mark = '[key]'

/** A shorter tail is too likely to be there by chance. */
const shortestTail = 4

/**
 * Takes a secret out of a text: as it is, and as URLs, forms, JSON and HTML write it, in any case. A text that
 * was cut short inside the secret loses what is left of it at the end.
 *
 * @example
 * ```ts
 * createRedact('a/b+secret')('?api_key=a%2Fb%2Bsecret') // '?api_key=[key]'
 * ```
 */
export function createRedact(secret: string): Redact {
  const spellings = new Set([
    secret,
    encodeURIComponent(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
    asHtml(secret),
  ])
  // The longest first: a shorter spelling may be the start of a longer one.
  const alternatives = [...spellings].sort((a, b) => b.length - a.length).map(escapeRegExp)
  const pattern = new RegExp(alternatives.join('|'), 'gi')
  return text => withoutTail(text.replace(pattern, mark), secret)
}

/**
 * The same for a whole answer, before anything is read from it. Left alone where the secret is so short, or so
 * much like a number, that taking it out would change what the answer says.
 */
export function createBodyRedact(secret: string): Redact {
  const isDistinct = secret.length >= 8 && /\D/.test(secret)
  return isDistinct ? createRedact(secret) : text => text
}

function withoutTail(text: string, secret: string): string {
  const end = text.slice(-secret.length).toLowerCase()
  const start = secret.toLowerCase()
  for (let length = Math.min(end.length, start.length - 1); length >= shortestTail; length -= 1) {
    if (end.endsWith(start.slice(0, length))) return text.slice(0, -length) + mark
  }
  return text
}

function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;')
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
