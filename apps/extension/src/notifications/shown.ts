import { type NoticeKind, noticeKinds } from './kinds.ts'
import type { Notice } from './notification.ts'
import { orderNoticeId, ordersNoticeId } from './order-to-show.ts'
import type { NoticeSwitches } from './switches.ts'

/** A notification as the browser takes it: plain text. */
export interface ShownNotice {
  readonly id: string
  readonly title: string
  readonly message: string
}

/** More than so many of a kind at once become one. */
const mostOfAKind = 3

/** What to show of what waits: what is switched on, one for each sentence, many of a kind as one. */
export function shownNotices(waiting: readonly Notice[], switches: NoticeSwitches): readonly ShownNotice[] {
  const wanted = waiting.filter(({ kind }) => switches[kind])
  // One change may have several topics, and one sentence that tells them all.
  const firsts = new Map(wanted.toReversed().map(notice => [sentenceOf(notice), notice]))
  return noticeKinds.flatMap(kind => {
    const notices = wanted.filter(notice => notice.kind === kind && firsts.get(sentenceOf(notice)) === notice)
    return notices.length > mostOfAKind ? summary(kind, notices) : notices.map(alone)
  })
}

function sentenceOf({ recordId, message }: Notice): string {
  return `${recordId} ${message}`
}

function alone({ accountId, recordId, event, title, message }: Notice): ShownNotice {
  return { id: orderNoticeId({ accountId, recordId }, event), title, message }
}

function summary(kind: NoticeKind, notices: readonly Notice[]): ShownNotice {
  const accounts = new Set(notices.map(({ accountId }) => accountId))
  const [accountId = ''] = accounts
  return {
    id: ordersNoticeId(accounts.size === 1 ? accountId : '', kind),
    title: summaries[kind](new Set(notices.map(({ recordId }) => recordId)).size),
    message: 'Open your orders to see them.',
  }
}

const summaries = {
  completed: count => `${count} orders completed`,
  partial: count => `${count} orders delivered in part`,
  refund: count => `Money given back for ${count} orders`,
  error: count => `${count} orders have a problem`,
  doubt: count => `${count} orders were in doubt`,
  charge: count => `${count} orders charged differently`,
} as const satisfies Record<NoticeKind, (count: number) => string>
