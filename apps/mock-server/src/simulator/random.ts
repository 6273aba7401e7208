import { hash } from 'node:crypto'

/**
 * An integer from `from` to `to`, both included, that depends on the seed and the parts alone: the same on
 * every machine and in every order of calls.
 */
export function seededInteger(seed: string, parts: readonly string[], from: number, to: number): number {
  return from + (drawn(seed, parts) % (to - from + 1))
}

/** 48 bits of a hash: more than a number counts exactly would not fit. */
function drawn(seed: string, parts: readonly string[]): number {
  return Number.parseInt(hash('sha256', JSON.stringify([seed, ...parts])).slice(0, 12), 16)
}

const steps = 2 ** 48

/** A number from 0 up to 1, 1 excluded, that depends on the seed and the parts alone. */
export function seededShare(seed: string, parts: readonly string[]): number {
  return seededInteger(seed, parts, 0, steps - 1) / steps
}
