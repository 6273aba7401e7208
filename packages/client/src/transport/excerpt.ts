import type { Redact } from '../messages/redact.ts'

/** In code points. */
const longest = 200

/** So much of a text is looked at: enough for 200 code points of a text with much white space in it. */
const lookedAt = 4096

/** The beginning of a text on one line, for a sentence about it. */
export function excerpt(text: string, redact: Redact): string {
  // The key goes first: cut through, or with its white space changed, it would no longer be found.
  const line = redact(text.slice(0, lookedAt))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const points = [...line]
  return points.length > longest ? `${points.slice(0, longest).join('')}…` : line
}
