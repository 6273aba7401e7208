import { expect, test } from 'vitest'
import type { Notice } from './notification.ts'
import { withDelivered, withWaiting } from './queue.ts'

const empty = { waiting: [], delivered: [] }

function notice(event: string): Notice {
  return { kind: 'completed', event, accountId: 'a', recordId: event, title: 'Title', message: 'Sentence.' }
}

test('an event that waits or was delivered is not taken again, after any number of starts', () => {
  const once = withWaiting(empty, [notice('1'), notice('2')])
  expect(withWaiting(once, [notice('1')])).toBe(once)
  const delivered = withDelivered(once, [notice('1')])
  expect(delivered).toStrictEqual({ waiting: [notice('2')], delivered: ['1'] })
  expect(withWaiting(delivered, [notice('1'), notice('2'), notice('3')]).waiting).toStrictEqual([
    notice('2'),
    notice('3'),
  ])
})

test('what comes while the others are delivered goes on waiting', () => {
  const waiting = withWaiting(empty, [notice('1')])
  expect(withDelivered(withWaiting(waiting, [notice('2')]), waiting.waiting).waiting).toStrictEqual([
    notice('2'),
  ])
})

test('the latest thousand events are remembered', () => {
  const many = Array.from({ length: 1001 }, (_, index) => notice(`${index}`))
  const { delivered } = withDelivered(withWaiting(empty, many), many)
  expect([delivered.length, delivered[0], delivered.at(-1)]).toStrictEqual([1000, '1', '1000'])
})
