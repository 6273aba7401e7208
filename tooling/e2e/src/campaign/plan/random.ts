/** Numbers that follow from a seed: the same seed, the same numbers. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  share(): number
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number
  pick<T>(items: readonly [T, ...T[]]): T
  /** One of the entries, each as likely as its weight among all of them. */
  weighted<T>(entries: readonly [Weighted<T>, ...Weighted<T>[]]): T
}

export type Weighted<T> = readonly [weight: number, item: T]

export function createRandom(seed: string): Random {
  let state = hash(seed)
  // Mulberry32.
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (low: number, high: number): number => low + Math.floor(share() * (high - low + 1))
  return {
    share,
    integer,
    pick: items => items[integer(0, items.length - 1)] ?? items[0],
    weighted: entries => {
      const total = entries.reduce((sum, [weight]) => sum + weight, 0)
      let left = share() * total
      const chosen = entries.find(([weight]) => {
        left -= weight
        return left < 0
      })
      return (chosen ?? entries[0])[1]
    },
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0
  return value
}
