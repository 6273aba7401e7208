import { expect, test } from 'vitest'
import { forEachLimited } from './for-each-limited.ts'

test.each([
  [1, 1],
  [3, 3],
  [9, 5],
])('forEachLimited with a width of %i runs %i of five tasks at once', async (width, most) => {
  let running = 0
  let seen = 0
  const done: number[] = []
  await forEachLimited([1, 2, 3, 4, 5], width, async item => {
    running += 1
    seen = Math.max(seen, running)
    await Promise.resolve()
    running -= 1
    done.push(item)
  })
  expect(seen).toBe(most)
  expect(done.toSorted()).toStrictEqual([1, 2, 3, 4, 5])
})

test('forEachLimited throws the first failure, and starts nothing after it', async () => {
  const started: number[] = []
  const run = forEachLimited([1, 2, 3, 4, 5], 2, async item => {
    started.push(item)
    await Promise.resolve()
    throw new Error(`task ${item}`)
  })
  await expect(run).rejects.toThrow('task 1')
  expect(started).toStrictEqual([1, 2])
})
