import type { PathStep } from './change-path.ts'

/** What differs between two values, and where. */
export interface Difference {
  readonly steps: readonly PathStep[]
  readonly before: unknown
  readonly after: unknown
}

/** Lists whose items have a name of their own, by the list's name; any other list is compared whole. */
const keys: Readonly<Record<string, string>> = { tiers: 'minimum', params: 'name', options: 'value' }

/** Fields that mean something only as a whole. */
const wholes: ReadonlySet<string> = new Set(['quantitySource', 'rules'])

/**
 * Returns the differences of two values of a service in the order in which they can be applied one after another: of a list first the
 * items that have gone, from its end, then what is new or differs, from its start.
 */
export function compareValues(
  before: unknown,
  after: unknown,
  steps: readonly PathStep[],
): readonly Difference[] {
  if (before === after) return []
  const name = steps.at(-1)
  const key = typeof name === 'string' ? own(keys, name) : undefined
  if (Array.isArray(before) && Array.isArray(after) && typeof key === 'string') {
    return compareLists(before, after, key, steps)
  }
  if (isRecord(before) && isRecord(after) && !isWhole(steps)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...names].flatMap(field =>
      compareValues(own(before, field), own(after, field), [...steps, field]),
    )
  }
  return isSame(before, after) ? [] : [{ steps, before, after }]
}

/** A field of `extra` is a whole too: nobody knows its parts. */
function isWhole(steps: readonly PathStep[]): boolean {
  const name = steps.at(-1)
  return (steps[0] === 'extra' && steps.length > 1) || (typeof name === 'string' && wholes.has(name))
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  key: string,
  steps: readonly PathStep[],
): readonly Difference[] {
  const [old, now] = [byKey(before, key), byKey(after, key)]
  if (old === undefined || now === undefined || !isInSameOrder(old, now)) {
    return isSame(before, after) ? [] : [{ steps, before, after }]
  }
  const removed = [...old].flatMap(([name, item], index): readonly Difference[] =>
    now.has(name) ? [] : [{ steps: [...steps, index], before: item, after: undefined }],
  )
  const others = [...now].flatMap(([name, item], index): readonly Difference[] => {
    const place = [...steps, index]
    return old.has(name)
      ? compareValues(old.get(name), item, place)
      : [{ steps: place, before: undefined, after: item }]
  })
  return [...removed.toReversed(), ...others]
}

/** Returns the items by their key, or `undefined` if two have the same. */
function byKey(list: readonly unknown[], key: string): ReadonlyMap<unknown, unknown> | undefined {
  const items = new Map(list.map(item => [isRecord(item) ? own(item, key) : item, item]))
  return items.size === list.length ? items : undefined
}

/** Returns whether what both have stands in the same order in both. */
function isInSameOrder(old: ReadonlyMap<unknown, unknown>, now: ReadonlyMap<unknown, unknown>): boolean {
  const kept = [...now.keys()].filter(name => old.has(name))
  return [...old.keys()].filter(name => now.has(name)).every((name, index) => name === kept[index])
}

/** Returns whether two values are the same data, whatever the order of their fields. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]))
  }
  if (!isRecord(left) || !isRecord(right)) return Object.is(left, right)
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every(name => Object.hasOwn(right, name) && isSame(left[name], right[name]))
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
