import { hash } from 'node:crypto'

/**
 * An integer from `from` to `to`, both included, that depends on the seed and the parts alone: the same on
 * every machine and in every order of calls.
 */
export function seededInteger(seed: string, parts: readonly string[], from: number, to: number): number {
  return from + (drawnOnce(seed, parts) % (to - from + 1))
}

/** What is drawn for a service is drawn for each of its orders anew. */
const latest = new Map<string, number>()

const mostKept = 1000

function drawnOnce(seed: string, parts: readonly string[]): number {
  const name = nameOf(seed, parts)
  const known = name === undefined ? undefined : latest.get(name)
  if (known !== undefined) return known
  const number = drawn(seed, parts)
  if (name === undefined) return number
  if (latest.size >= mostKept) latest.clear()
  latest.set(name, number)
  return number
}

const separator = '\0'

/** What no other parts are called; `undefined` where one has the separator in it. */
function nameOf(seed: string, parts: readonly string[]): string | undefined {
  let name = seed
  for (const part of parts) {
    if (part.includes(separator)) return undefined
    name += separator + part
  }
  return seed.includes(separator) ? undefined : name
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
