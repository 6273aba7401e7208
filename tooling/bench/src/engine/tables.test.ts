import { expect, test } from 'vitest'
import { checkings } from './checking.ts'
import { type Comparison, compare } from './compare.ts'
import { pricing } from './pricing.ts'
import { catalogue } from './sample.ts'
import { comparisonTable, readingTable } from './tables.ts'

test('a table says how fast each is, whether it is right, and whether the aim is met', () => {
  const result = { nanoseconds: 100, ratio: 1, wrong: 0, aim: undefined, reason: undefined }
  const results = [
    { ...result, name: 'by hand' },
    { ...result, name: 'fast', nanoseconds: 10, ratio: 10.4, aim: 8 },
    { ...result, name: 'slow', nanoseconds: 50, ratio: 2, wrong: 3, aim: 8, reason: 'it sleeps' },
  ]
  expect(comparisonTable('Sums', results)).toBe(
    [
      '## Sums',
      '',
      '|         | ns  | times as fast | wrong answers | aim                    |',
      '| ------- | --- | ------------- | ------------- | ---------------------- |',
      '| by hand | 100 | 1.00          | 0             |                        |',
      '| fast    | 10  | 10            | 0             | 8: met                 |',
      '| slow    | 50  | 2.00          | 3             | 8: not met (it sleeps) |',
    ].join('\n'),
  )
  const readings = [
    { name: 'heap', value: '2 ×', aim: 'at most 1.5 ×', isMet: false },
    { name: 'time', value: '1 ms', aim: '', isMet: undefined },
  ]
  expect(readingTable('Memory', readings)).toContain('| heap | 2 ×      | at most 1.5 ×: not met |')
})

/** The name of each contender that gives a wrong answer. */
function wrong<Input>({ contenders, inputs, isRight }: Comparison<Input>): readonly string[] {
  return contenders.flatMap(({ name, run }) =>
    inputs.every(input => isRight(input, run(input))) ? [] : [name],
  )
}

test('all contenders do the same work, and doubles alone are wrong', () => {
  expect(wrong(pricing)).toEqual(['by hand with doubles'])
  for (const checking of checkings) expect(wrong(checking)).toEqual([])
  expect(JSON.parse(catalogue(3))).toHaveLength(3)
})

test('a comparison counts wrong answers and takes the first contender as 1', () => {
  const results = compare<number>(
    {
      title: '',
      contenders: [
        { name: 'right', run: value => value * 2 },
        { name: 'wrong', aim: 2, run: value => value + 2 },
      ],
      inputs: [1, 2, 3],
      isRight: (input, answer) => answer === input * 2,
    },
    { rounds: 1, sliceMs: 1 },
  )
  expect(results.map(({ name, wrong, aim }) => [name, wrong, aim])).toEqual([
    ['right', 0, undefined],
    ['wrong', 2, 2],
  ])
  expect(results[0]?.ratio).toBe(1)
})
