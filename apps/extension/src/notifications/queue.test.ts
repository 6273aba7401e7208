import { expect, test } from 'vitest'
import type { OrderNotification } from './notification.ts'
import { withDelivered, withWaiting } from './queue.ts'

const empty = { waiting: [], delivered: [] }

function notification(event: string): OrderNotification {
  return { kind: 'completed', topic: 'completed', event, accountId: 'a', recordId: event }
}

test('an event that waits or was delivered is not taken again, after any number of starts', () => {
  const once = withWaiting(empty, [notification('1'), notification('2')])
  expect(withWaiting(once, [notification('1')])).toBe(once)
  const delivered = withDelivered(once, [notification('1')])
  expect(delivered).toStrictEqual({ waiting: [notification('2')], delivered: ['1'] })
  expect(
    withWaiting(delivered, [notification('1'), notification('2'), notification('3')]).waiting,
  ).toStrictEqual([notification('2'), notification('3')])
})

test('what comes while the others are delivered goes on waiting', () => {
  const waiting = withWaiting(empty, [notification('1')])
  expect(withDelivered(withWaiting(waiting, [notification('2')]), waiting.waiting).waiting).toStrictEqual([
    notification('2'),
  ])
})

test('the latest thousand events are remembered', () => {
  const many = Array.from({ length: 1001 }, (_, index) => notification(`${index}`))
  const { delivered } = withDelivered(withWaiting(empty, many), many)
  expect([delivered.length, delivered[0], delivered.at(-1)]).toStrictEqual([1000, '1', '1000'])
})
