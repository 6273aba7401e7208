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

/** Draws that a server makes of each service again and again: each is worked out once. */
export interface ServiceDraws {
  /** The same as {@link seededInteger} gives for the purpose and the service. */
  integer(purpose: string, serviceId: string, from: number, to: number): number
}

export function createServiceDraws(seed: string): ServiceDraws {
  const known = new Map<string, number>()
  return {
    integer(purpose, serviceId, from, to) {
      const name = `${purpose} ${serviceId}`
      let integer = known.get(name)
      if (integer === undefined) {
        integer = seededInteger(seed, [purpose, serviceId], from, to)
        known.set(name, integer)
      }
      return integer
    },
  }
}

const steps = 2 ** 48

/** A number from 0 up to 1, 1 excluded, that depends on the seed and the parts alone. */
export function seededShare(seed: string, parts: readonly string[]): number {
  return seededInteger(seed, parts, 0, steps - 1) / steps
}
