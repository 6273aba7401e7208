import { seededInteger } from '../simulator/random.ts'

const steps = 2 ** 48

/** A number from 0 up to 1, 1 excluded, that depends on the seed and the parts alone. */
export function seededShare(seed: string, parts: readonly string[]): number {
  return seededInteger(seed, parts, 0, steps - 1) / steps
}
