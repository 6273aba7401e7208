/** What is exported nests no deeper than 12 levels. */
const depthLimit = 20

/** How long a list beside the orders may be: nobody has as many accounts, and the settings draw them all. */
const listLimit = 1000

/** Names that every object has by birth; only the params of an order may be called so. */
const bornNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

interface Found {
  readonly value: object
  readonly path: string
  readonly depth: number
}

/**
 * Returns the path of what nests deeper than anything that is exported, is a longer list, or has a name that no field
 * has; `undefined` if there is none. One pass without recursion: a file of brackets alone must not end the worker.
 */
export function misshapenAt(value: unknown): string | undefined {
  const open: Found[] = isObject(value) ? [{ value, path: '', depth: 0 }] : []
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const path = isTooLarge(one) ? one.path : bornNameIn(one)
    if (path !== undefined) return path
    for (const [name, inner] of Object.entries(one.value)) {
      if (isObject(inner)) open.push({ value: inner, path: joined(one.path, name), depth: one.depth + 1 })
    }
  }
  return undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isTooLarge({ value, path, depth }: Found): boolean {
  return depth > depthLimit || (path.startsWith('items.') && Array.isArray(value) && value.length > listLimit)
}

function bornNameIn({ value, path }: Found): string | undefined {
  if (path.endsWith('.params')) return undefined
  const name = bornNames.find(born => Object.hasOwn(value, born))
  return name === undefined ? undefined : joined(path, name)
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
