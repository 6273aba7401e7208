/** The items of `now`, each as it was in `before` where nothing of it has changed: what shows it need not be drawn anew. */
export function keepEqual<T>(
  before: readonly T[],
  now: readonly T[],
  idOf: (item: T) => string,
): readonly T[] {
  const earlier = new Map(before.map(item => [idOf(item), item]))
  const kept = now.map(item => {
    const same = earlier.get(idOf(item))
    return same !== undefined && isEqual(same, item) ? same : item
  })
  return kept.length === before.length && kept.every((item, place) => item === before[place]) ? before : kept
}

/** Of what was read from storage, which gives the fields in the order in which they were stored. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
