import { expect, test } from 'vitest'
import { isDeadlineTrial, planTrial } from './plan-case.ts'
import { createTurns } from './turns.ts'

const trials = Array.from({ length: 200 }, (_, index) => planTrial(1, index))

test('every trial has one turn; those that wait for the deadline come first, four at a time', () => {
  const turns = createTurns(trials)
  const batches = []
  for (let batch = turns.next(); batch !== undefined; batch = turns.next()) batches.push(batch)
  expect(batches.flat().toSorted((one, other) => one.index - other.index)).toStrictEqual(trials)
  const silent = trials.filter(isDeadlineTrial)
  expect(batches[0]).toStrictEqual(silent.slice(0, 4))
  expect(batches.filter(({ length }) => length === 1).length).toBeGreaterThanOrEqual(200 - silent.length)
})

test('a trial is played once more at the most', () => {
  const [trial] = trials
  if (trial === undefined) throw new Error('There is no trial.')
  const turns = createTurns([trial])
  turns.next()
  expect(turns.isAgain(trial)).toBe(false)
  expect(turns.again(trial)).toBe(true)
  expect(turns.next()).toStrictEqual([trial])
  expect(turns.again(trial)).toBe(false)
  expect(turns.next()).toBeUndefined()
  expect(turns.isAgain(trial)).toBe(true)
})
