import { hash } from 'node:crypto'

/**
 * An integer from `from` to `to`, both included, that depends on the seed and the parts alone: the same on
 * every machine and in every order of calls.
 */
export function seededInteger(seed: string, parts: readonly string[], from: number, to: number): number {
  const digest = hash('sha256', JSON.stringify([seed, ...parts]))
  // The first 48 bits: more than a number counts exactly would not fit.
  return from + (Number.parseInt(digest.slice(0, 12), 16) % (to - from + 1))
}
