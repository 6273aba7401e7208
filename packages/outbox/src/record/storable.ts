/** NUL, which PostgreSQL stores in no text, and halves of surrogate pairs, which have no UTF-8. */
const unstorable = /[\0\p{Surrogate}]/u

const everyUnstorable = new RegExp(unstorable, 'gu')

/**
 * Returns where a value has a text that not every database can store, such as `order.target`, or `undefined` if it has none. What
 * is to be sent is refused for it before anything is stored: once it was sent, it is too late.
 */
export function unstorablePath(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return unstorable.test(value) ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, item] of Object.entries(value)) {
    const inside = path === '' ? name : `${path}.${name}`
    const found = unstorable.test(name) ? path : unstorablePath(item, inside)
    if (found !== undefined) return found
  }
  return undefined
}

/** Returns what an upstream has said as every database can store it: with U+FFFD for each character that not all can. */
export function toStorable<T>(value: T): T {
  if (unstorablePath(value) === undefined) return value
  const cleaned: T = JSON.parse(
    JSON.stringify(value, (_name, item: unknown) =>
      typeof item === 'string' ? item.replace(everyUnstorable, '\uFFFD') : item,
    ),
  )
  return cleaned
}
