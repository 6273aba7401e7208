import { expect, test } from 'vitest'
import { readArguments } from './read-arguments.ts'

const read = (...args: readonly string[]): ReturnType<typeof readArguments> => readArguments(args, () => 42)

test('without arguments, 150 cases of a seed that is drawn', () => {
  const result = read()
  expect(result).toMatchObject({ kind: 'soak', options: { seed: 42, workers: 3 } })
  expect(result.kind === 'soak' && result.options.cases.length).toBe(150)
})

test('a seed, a number of cases, and how many play at once', () => {
  expect(read('--trials', '3', '--seed', '7', '--lanes', '2')).toStrictEqual({
    kind: 'soak',
    options: { seed: 7, cases: [0, 1, 2], workers: 2 },
  })
})

test('one case alone', () => {
  expect(read('--trials', '2000', '--seed', '7', '--only', '1234')).toMatchObject({
    kind: 'soak',
    options: { cases: [1234] },
  })
})

test.each([
  [['--trials', '0'], '--trials takes a whole number from 1, was given "0"'],
  [['--seed', 'x'], '--seed takes a whole number from 0, was given "x"'],
  [['--only', '1.5'], '--only takes a whole number from 0, was given "1.5"'],
  [['--unknown'], "Unknown option '--unknown'"],
])('%j is refused', (args, sentence) => {
  expect(read(...args)).toStrictEqual({ kind: 'misuse', sentence: expect.stringContaining(sentence) })
})

test('help on request', () => {
  expect(read('--help')).toStrictEqual({ kind: 'help' })
})
