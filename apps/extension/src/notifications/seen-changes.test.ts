import { expect, test } from 'vitest'
import { withSeen } from './seen-changes.ts'

test('what was seen stays seen, and what is new is added', () => {
  const seen = { a: ['stopped'], b: ['error'] }
  expect(withSeen(seen, { a: ['partial'], c: ['charge 4'] })).toStrictEqual({
    a: ['stopped', 'partial'],
    b: ['error'],
    c: ['charge 4'],
  })
  expect(withSeen(seen, { a: ['stopped'], b: [], c: [] })).toBe(seen)
})
