import type { OrderToShow } from '../storage/order-to-show.ts'

/** The name of a notification about one order: it says what a click is to show, and the same event has the same. */
export function orderNoticeId({ accountId, recordId }: OrderToShow, event: string): string {
  return JSON.stringify([accountId, recordId, event])
}

/** The name of a notification about several orders, of one account or, where it is blank, of several. */
export function ordersNoticeId(accountId: string, kind: string): string {
  return JSON.stringify([accountId, '', kind])
}

/** What a click on that notification is to show; `undefined` where the name is none of ours. */
export function orderOfNotice(id: string): OrderToShow | undefined {
  const [, accountId, recordId] = /^\["([^"\\]*)","([^"\\]*)",/.exec(id) ?? []
  return accountId === undefined || recordId === undefined ? undefined : { accountId, recordId }
}
