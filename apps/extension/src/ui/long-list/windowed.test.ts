import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockAt, blockSize, windowAt } from './windowed.ts'

const none = new Map<number, number>()

test.each([
  ['no items', 0, 0, [0, 0]],
  ['one item', 0, 1, [0, 1]],
  ['as many as are drawn', 2, 30, [0, 30]],
  ['the beginning of many', 0, 5000, [0, 30]],
  ['the middle of many', 100, 5000, [990, 1020]],
  ['the end of many', 499, 4995, [4970, 4995]],
])('of %s the neighbourhood is drawn', (_, block, count, range) => {
  const { from, to } = windowAt(block, count, none)
  expect([from, to]).toStrictEqual(range)
})

test('what was measured stands for itself, and its mean for what was not', () => {
  const heights = new Map([
    [0, 1000],
    [1, 2000],
  ])
  expect(windowAt(3, 60, heights)).toStrictEqual({ from: 20, to: 50, before: 3000, after: 1500 })
  expect([0, 999, 1000, 2999, 3000].map(top => blockAt(top, 60, heights))).toStrictEqual([0, 0, 1, 1, 2])
})

test('wherever the list is scrolled to, the item there is drawn, and the room for the others is kept', () => {
  const heightsOf = fc.dictionary(fc.nat(40).map(String), fc.integer({ min: 1, max: 5000 }))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(200_000), heightsOf, (count, top, measured) => {
      const heights = new Map(Object.entries(measured).map(([block, height]) => [Number(block), height]))
      const block = blockAt(top, count, heights)
      const { from, to, before, after } = windowAt(block, count, heights)
      expect(from).toBeLessThanOrEqual(block * blockSize)
      expect(to).toBeGreaterThanOrEqual(Math.min(count, (block + 1) * blockSize))
      expect([before > 0, after > 0]).toStrictEqual([from > 0, to < count])
    }),
  )
})
