import leven from 'leven'

/** The known name that was probably meant; `undefined` if none is near. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  if (given.length > longest) return undefined
  const counterpart = counterparts.find(names => names.includes(given.toLowerCase()))
  const sameThing = known.find(name => counterpart?.includes(name) === true)
  if (sameThing !== undefined) return sameThing
  const ranked = known
    .map(name => ({ name, distance: distanceBetween(given, name) }))
    .filter(({ name, distance }) => distance <= name.length / 3)
    .toSorted((one, other) => one.distance - other.distance)
  return ranked[0]?.name
}

/** In characters. No known name is nearly as long, and the distance takes time by the length of both. */
const longest = 60

/** What the two APIs, or clients of one of them, call the same thing. */
const counterparts: readonly (readonly string[])[] = [
  ['api_key', 'key', 'apikey', 'token'],
  ['id_service', 'service'],
  ['url', 'link'],
  ['id_service_submission', 'order', 'order_id'],
  ['quantity', 'amount', 'count'],
  ['balance', 'funds'],
  ['stats', 'status'],
  ['add', 'order', 'create'],
  ['submissions', 'orders'],
]

/**
 * Letters to change; none for the same words in another order or spelling: `serviceId`, `service_id`, `id-service`. All the same
 * letters are one slip of the fingers: `lnik`.
 */
function distanceBetween(one: string, other: string): number {
  const letters = leven(one.toLowerCase(), other)
  const isSlip = one.length === other.length && lettersOf(one) === lettersOf(other)
  return Math.min(letters, isSlip ? 1 : letters, leven(inOrder(one), inOrder(other)))
}

function lettersOf(name: string): string {
  return [...name.toLowerCase()].sort().join('')
}

function inOrder(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
  return words.toSorted().join('_')
}
