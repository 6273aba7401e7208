import { describe, expect, test } from 'vitest'
import { type NoticeKind, noticeKinds } from './kinds.ts'
import type { Notice } from './notification.ts'
import { orderOfNotice } from './order-to-show.ts'
import { shownNotices } from './shown.ts'
import { allNoticesOn } from './switches.ts'

function notice(recordId: string, change: Partial<Notice> = {}): Notice {
  const kind: NoticeKind = change.kind ?? 'completed'
  return {
    kind,
    event: `${recordId} ${kind}`,
    accountId: 'a',
    recordId,
    title: 'Title',
    message: `Sentence of ${recordId}.`,
    ...change,
  }
}

test('each is shown with its sentence, and its name leads back to the order', () => {
  const shown = shownNotices([notice('1'), notice('2')], allNoticesOn)
  expect(shown.map(({ title, message }) => [title, message])).toStrictEqual([
    ['Title', 'Sentence of 1.'],
    ['Title', 'Sentence of 2.'],
  ])
  expect(shown.map(({ id }) => orderOfNotice(id))).toStrictEqual([
    { accountId: 'a', recordId: '1' },
    { accountId: 'a', recordId: '2' },
  ])
})

test.each(noticeKinds)('%s can be switched off by itself', kind => {
  const waiting = noticeKinds.map(each => notice(each, { kind: each }))
  const shown = shownNotices(waiting, { ...allNoticesOn, [kind]: false })
  expect(shown.map(({ message }) => message)).toStrictEqual(
    noticeKinds.filter(each => each !== kind).map(each => `Sentence of ${each}.`),
  )
})

describe('a change with several topics and one sentence', () => {
  const partial = notice('1', { kind: 'partial', title: 'Order delivered in part' })
  const refund = notice('1', { kind: 'refund', title: 'Money given back' })

  test('is shown once, by the first', () => {
    expect(shownNotices([partial, refund], allNoticesOn).map(({ title }) => title)).toStrictEqual([
      'Order delivered in part',
    ])
  })

  test('is shown by the second where the first is switched off', () => {
    const shown = shownNotices([partial, refund], { ...allNoticesOn, partial: false })
    expect(shown.map(({ title }) => title)).toStrictEqual(['Money given back'])
  })
})

test.each([
  [3, ['Title', 'Title', 'Title']],
  [4, ['4 orders completed']],
])('%s of a kind at once are shown as %j', (count, titles) => {
  const waiting = Array.from({ length: count }, (_, index) => notice(`${index}`))
  expect(shownNotices(waiting, allNoticesOn).map(({ title }) => title)).toStrictEqual(titles)
})

test('many at once lead to the orders of their account, or of whichever was used last', () => {
  const waiting = Array.from({ length: 4 }, (_, index) => notice(`${index}`))
  const leadTo = (notices: readonly Notice[]): unknown =>
    shownNotices(notices, allNoticesOn).map(({ id }) => orderOfNotice(id))
  expect(leadTo(waiting)).toStrictEqual([{ accountId: 'a', recordId: '' }])
  expect(leadTo([...waiting, notice('5', { accountId: 'b' })])).toStrictEqual([
    { accountId: '', recordId: '' },
  ])
})

test.each(['', 'other', '["a"]', '["a\\"b","c","d"]'])('a name %j of somebody else leads nowhere', id => {
  expect(orderOfNotice(id)).toBeUndefined()
})
