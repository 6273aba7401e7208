import { type RejectionKind, rejectionWords } from './rejection-words.ts'
import type { UpstreamMessage } from './upstream-message.ts'

export interface Rejection {
  readonly kind: RejectionKind
  /** What the upstream names as the bound of the quantity, as decimal string. */
  readonly limit: string | undefined
}

/** So much of a message is looked at; the words that are known stand at its beginning. */
const lookedAt = 500

/**
 * Returns the kind of a rejection, by the first of its messages that is known, or `other`; the messages keep the
 * upstream's own words. A message is known if it, or a clause in it, begins as one of the table does.
 *
 * @example
 * ```ts
 * rejectionOf([{ id: undefined, text: 'Quantity less than minimal 200' }]) // { kind: 'quantity_below_min', limit: '200' }
 * ```
 */
export function rejectionOf(messages: readonly UpstreamMessage[]): Rejection {
  for (const { text } of messages) {
    for (const clause of clausesOf(text)) {
      const kind = kindAtStart(clause)
      if (kind !== undefined) return { kind, limit: isAboutQuantity(kind) ? limitIn(text) : undefined }
    }
  }
  return { kind: 'other', limit: undefined }
}

/** What is said while a server is in trouble as well, or by what stands before it. */
const saidInTrouble: ReadonlySet<RejectionKind> = new Set([
  'other',
  'service_unavailable',
  'too_many_requests',
])

/**
 * Returns whether the first words say for certain that nothing was done, so that they are believed under HTTP 5xx too:
 * further on in a message, they may be about what failed inside the server.
 */
export function isCertainRejection(messages: readonly UpstreamMessage[]): boolean {
  const clause = clausesOf(messages[0]?.text ?? '').find(words => !words.every(word => leadIns.has(word)))
  return clause !== undefined && !saidInTrouble.has(kindAtStart(clause) ?? 'other')
}

const kinds: ReadonlyMap<string, RejectionKind> = new Map(
  rejectionWords.flatMap(([kind, phrases]) =>
    phrases.map(phrase => [wordsOf(phrase).join(' '), kind] as const),
  ),
)

/** In words. */
const longestPhrase = 7

/** What an upstream writes before its reason. */
const leadIns: ReadonlySet<string> = new Set(['api', 'error', 'errors', 'sorry', 'the', 'hata', 'ошибка'])

/** Returns the kind whose phrase the words begin with, the longest such phrase: of a duplicate link, not of a link. */
function kindAtStart(words: readonly string[]): RejectionKind | undefined {
  for (let from = 0; from < words.length; from += 1) {
    for (let length = Math.min(longestPhrase, words.length - from); length > 0; length -= 1) {
      const kind = kinds.get(words.slice(from, from + length).join(' '))
      if (kind !== undefined) return kind
    }
    if (!leadIns.has(words[from] ?? '')) return undefined
  }
  return undefined
}

/** Returns the words of each clause; of a key such as `neworder.error.link` the dots separate none. */
function clausesOf(text: string): readonly (readonly string[])[] {
  return text
    .slice(0, lookedAt)
    .split(/[:;!?|\n—–]|\.(?!\S)/)
    .map(wordsOf)
    .filter(words => words.length > 0)
}

/** Returns the words without case, accents and numbers. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !/\p{N}/u.test(word))
}

function isAboutQuantity(kind: RejectionKind): boolean {
  return kind === 'quantity_below_min' || kind === 'quantity_above_max'
}

/** Returns the last number of a text, which is how panels append it; `1,000` and `1 000` are one. */
function limitIn(text: string): string | undefined {
  const numbers = text.slice(0, lookedAt).match(/\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+/g)
  return numbers?.at(-1)?.replace(/\D/g, '')
}
