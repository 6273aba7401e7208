import { expect, test } from 'vitest'
import type { FaultCase } from './case.ts'
import { isDeadlineCase, planCase } from './plan-case.ts'
import { createTurns } from './turns.ts'

const cases = Array.from({ length: 200 }, (_, index) => planCase(1, index))

const silence = { name: 'no-answer', when: 'after' } as const

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

test('there are accounts for all that wait at once, and for each that is played alone, and no more', () => {
  const named = (index: number): FaultCase => ({
    ...planCase(1, index),
    upstream: 'panel',
    protocol: 'http2',
  })
  const silent = [
    { ...named(0), fault: silence },
    { ...named(1), fault: silence },
  ]
  expect(createTurns([...silent, named(2)]).places).toStrictEqual([
    { upstream: 'panel', protocol: 'http2', number: 0 },
    { upstream: 'panel', protocol: 'http2', number: 1 },
  ])
})

test('a service worker grows old at an account of another upstream', () => {
  const old: FaultCase = { ...planCase(1, 0), upstream: 'panel', protocol: 'http2', past: 'old-worker' }
  expect(createTurns([old]).places).toStrictEqual([
    { upstream: 'panel', protocol: 'http2', number: 0 },
    { upstream: 'qqtube', protocol: 'http1', number: 0 },
  ])
})
