import { expect, test } from 'vitest'
import { itemsThatStay, portableItem } from './portable-items.ts'

const sources = import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('every stored item is said to travel in a file, or to stay', () => {
  const keys = Object.values(sources).flatMap(source =>
    [...source.matchAll(/storageItem\(\{\s*key: '([^']+)'/g)].map(([, key = '']) => key),
  )
  expect(keys.length).toBeGreaterThan(6)
  const unsaid = keys.filter(key => portableItem(key) === undefined && !itemsThatStay.includes(key))
  // Add the new item to the one list or the other, in portable-items.ts.
  expect(unsaid).toStrictEqual([])
  expect(itemsThatStay.filter(key => portableItem(key) !== undefined)).toStrictEqual([])
})
