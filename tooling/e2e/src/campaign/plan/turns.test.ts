import { expect, test } from 'vitest'
import { isDeadlineCase, planCase } from './plan-case.ts'
import { createTurns } from './turns.ts'

const cases = Array.from({ length: 200 }, (_, index) => planCase(1, index))

test('every case has one turn; those that wait for the deadline come first, four at a time', () => {
  const turns = createTurns(cases)
  const batches = []
  for (let batch = turns.next(); batch !== undefined; batch = turns.next()) batches.push(batch)
  expect(batches.flat().toSorted((one, other) => one.index - other.index)).toStrictEqual(cases)
  const silent = cases.filter(isDeadlineCase)
  expect(batches[0]).toStrictEqual(silent.slice(0, 4))
  expect(batches.filter(({ length }) => length === 1).length).toBeGreaterThanOrEqual(200 - silent.length)
})

test('a case is played once more at the most', () => {
  const [faultCase] = cases
  if (faultCase === undefined) throw new Error('There is no case.')
  const turns = createTurns([faultCase])
  turns.next()
  expect(turns.isAgain(faultCase)).toBe(false)
  expect(turns.again(faultCase)).toBe(true)
  expect(turns.next()).toStrictEqual([faultCase])
  expect(turns.again(faultCase)).toBe(false)
  expect(turns.next()).toBeUndefined()
  expect(turns.isAgain(faultCase)).toBe(true)
})
