import { expect, test } from 'vitest'
import type { Notice } from './notification.ts'
import { withTold, withWaiting } from './queue.ts'

const empty = { waiting: [], told: [] }

function notice(event: string): Notice {
  return { kind: 'completed', event, accountId: 'a', recordId: event, title: 'Title', message: 'Sentence.' }
}

test('an event that waits or was told is not taken again, after any number of starts', () => {
  const once = withWaiting(empty, [notice('1'), notice('2')])
  expect(withWaiting(once, [notice('1')])).toBe(once)
  const told = withTold(once, [notice('1')])
  expect(told).toStrictEqual({ waiting: [notice('2')], told: ['1'] })
  expect(withWaiting(told, [notice('1'), notice('2'), notice('3')]).waiting).toStrictEqual([
    notice('2'),
    notice('3'),
  ])
})

test('what comes while the others are told goes on waiting', () => {
  const waiting = withWaiting(empty, [notice('1')])
  expect(withTold(withWaiting(waiting, [notice('2')]), waiting.waiting).waiting).toStrictEqual([notice('2')])
})

test('the latest thousand events are remembered', () => {
  const many = Array.from({ length: 1001 }, (_, index) => notice(`${index}`))
  const { told } = withTold(withWaiting(empty, many), many)
  expect([told.length, told[0], told.at(-1)]).toStrictEqual([1000, '1', '1000'])
})
