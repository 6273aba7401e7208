import { createHash } from 'node:crypto'

/**
 * An integer from `from` to `to`, both included, that depends on the seed and the parts alone: the same on
 * every machine and in every order of calls.
 */
export function seededInteger(seed: string, parts: readonly string[], from: number, to: number): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, ...parts]))
    .digest()
  return from + (digest.readUIntBE(0, 6) % (to - from + 1))
}
