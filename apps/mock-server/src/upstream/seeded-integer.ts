import { hash } from 'node:crypto'

/**
 * An integer from `from` to `to`, both included, that depends on the seed and the parts alone: the same on
 * every machine and in every order of calls.
 */
export function seededInteger(seed: string, parts: readonly string[], from: number, to: number): number {
  return from + (drawn(JSON.stringify([seed, ...parts])) % (to - from + 1))
}

/** What is drawn for a service is drawn for each of its orders anew. */
const latest = new Map<string, number>()
const mostKept = 1000

/** 48 bits of a hash: more than a number counts exactly would not fit. */
function drawn(text: string): number {
  const known = latest.get(text)
  if (known !== undefined) return known
  const number = Number.parseInt(hash('sha256', text).slice(0, 12), 16)
  if (latest.size >= mostKept) latest.clear()
  latest.set(text, number)
  return number
}
