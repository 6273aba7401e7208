import { describe, expect, test } from 'vitest'
import { type NotificationKind, notificationKinds } from './kinds.ts'
import type { DescribedNotification } from './notification.ts'
import { orderOfNotification } from './order-to-show.ts'
import { shownNotifications } from './shown.ts'
import { allNotificationsOn } from './switches.ts'
import { messages as texts } from './texts/en.generated.ts'

function notification(recordId: string, change: Partial<DescribedNotification> = {}): DescribedNotification {
  const kind: NotificationKind = change.kind ?? 'completed'
  return {
    kind,
    topic: 'completed',
    event: `${recordId} ${kind}`,
    accountId: 'a',
    recordId,
    title: 'Title',
    message: `Sentence of ${recordId}.`,
    ...change,
  }
}

test('each is shown with its sentence, and its name leads back to the order', () => {
  const shown = shownNotifications([notification('1'), notification('2')], allNotificationsOn)
  expect(shown.map(({ title, message }) => [title, message])).toStrictEqual([
    ['Title', 'Sentence of 1.'],
    ['Title', 'Sentence of 2.'],
  ])
  expect(shown.map(({ id }) => orderOfNotification(id))).toStrictEqual([
    { accountId: 'a', recordId: '1' },
    { accountId: 'a', recordId: '2' },
  ])
})

test.each(notificationKinds)('%s can be switched off by itself', kind => {
  const waiting = notificationKinds.map(each => notification(each, { kind: each }))
  const shown = shownNotifications(waiting, { ...allNotificationsOn, [kind]: false })
  expect(shown.map(({ message }) => message)).toStrictEqual(
    notificationKinds.filter(each => each !== kind).map(each => `Sentence of ${each}.`),
  )
})

describe('a change with several topics and one sentence', () => {
  const partial = notification('1', { kind: 'partial', title: 'Order delivered in part' })
  const refund = notification('1', { kind: 'refund', title: 'Money given back' })

  test('is shown once, by the first', () => {
    expect(shownNotifications([partial, refund], allNotificationsOn).map(({ title }) => title)).toStrictEqual(
      ['Order delivered in part'],
    )
  })

  test('is shown by the second where the first is switched off', () => {
    const shown = shownNotifications([partial, refund], { ...allNotificationsOn, partial: false })
    expect(shown.map(({ title }) => title)).toStrictEqual(['Money given back'])
  })
})

test.each([
  [3, ['Title', 'Title', 'Title']],
  [4, [texts.summaries.completed({ shown: '4' })]],
])('%s of a kind at once are shown as %j', (count, titles) => {
  const waiting = Array.from({ length: count }, (_, index) => notification(`${index}`))
  expect(shownNotifications(waiting, allNotificationsOn).map(({ title }) => title)).toStrictEqual(titles)
})

test('many at once lead to the orders of their account, or of whichever was used last', () => {
  const waiting = Array.from({ length: 4 }, (_, index) => notification(`${index}`))
  const leadTo = (notifications: readonly DescribedNotification[]): unknown =>
    shownNotifications(notifications, allNotificationsOn).map(({ id }) => orderOfNotification(id))
  expect(leadTo(waiting)).toStrictEqual([{ accountId: 'a', recordId: '' }])
  expect(leadTo([...waiting, notification('5', { accountId: 'b' })])).toStrictEqual([
    { accountId: '', recordId: '' },
  ])
})

test.each(['', 'other', '["a"]', '["a\\"b","c","d"]'])('a name %j of somebody else leads nowhere', id => {
  expect(orderOfNotification(id)).toBeUndefined()
})
