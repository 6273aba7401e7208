import { expect, test } from 'vitest'
import { keepEqual } from './orders-model.ts'

const idOf = ({ id }: { readonly id: string }): string => id
const read = (...names: readonly string[]) =>
  names.map((name, place) => ({ id: `${place}`, state: { name } }))

test('an item in which nothing has changed stays the very same', () => {
  const before = read('open', 'open')
  const now = keepEqual(before, read('open', 'closed'), idOf)
  expect(now[0]).toBe(before[0])
  expect(now[1]).toStrictEqual({ id: '1', state: { name: 'closed' } })
})

test('a list in which nothing has changed stays the very same', () => {
  const before = read('open', 'closed')
  expect(keepEqual(before, read('open', 'closed'), idOf)).toBe(before)
})

test('what has come, gone or moved shows', () => {
  const before = read('open', 'closed')
  expect(keepEqual(before, [], idOf)).toStrictEqual([])
  expect(keepEqual(before, read('open', 'closed', 'submitting'), idOf)).toHaveLength(3)
  expect(keepEqual(before, read('open', 'closed').toReversed(), idOf).map(idOf)).toStrictEqual(['1', '0'])
})
