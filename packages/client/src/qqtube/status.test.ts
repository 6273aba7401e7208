import { describe, expect, test } from 'vitest'
import { nameOfId, stateOf, stateOfId } from './status.ts'

describe('the document lists', () => {
  test.each([
    [[1], 'completed'],
    [[2, 3], 'in_progress'],
    [[4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25], 'error'],
    [[8], 'refunded'],
    [[19], 'stopped'],
    [[0, 26, -1, undefined], 'unknown'],
  ] as const)('%j as %s', (ids, state) => {
    expect(ids.map(stateOfId)).toStrictEqual(ids.map(() => state))
  })
})

test.each([
  [1, 'Completed'],
  [3, 'In Progress'],
  [4, 'Unknown error'],
  [12, 'Error 12'],
  [19, 'Stopped'],
  [26, 'Status 26'],
  [undefined, 'Status missing'],
])('id_status %j without a name is called %s', (statusId, name) => {
  expect(nameOfId(statusId)).toBe(name)
})

describe('where sent_count is a number, it decides', () => {
  const counts = { startCount: 0, currentCount: 0, wantedCount: 1000 }

  test.each([
    [2, 999, 'in_progress'],
    [2, 1000, 'completed'],
    [2, 1001, 'completed'],
    [1, 999, 'in_progress'],
    [1, 1000, 'completed'],
    [5, 999, 'error'],
    [5, 1000, 'completed'],
    [19, 999, 'stopped'],
    [8, 1000, 'refunded'],
    [26, 1000, 'unknown'],
  ] as const)('id_status %i with %i of 1000 sent is %s', (statusId, sentCount, state) => {
    expect(stateOf({ ...counts, statusId, sentCount })).toBe(state)
  })

  test('except where the wanted count is not known', () => {
    expect(stateOf({ ...counts, statusId: 2, wantedCount: undefined, sentCount: 1000 })).toBe('in_progress')
  })
})
