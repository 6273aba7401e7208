import type { RecordChange } from '@orderwright/outbox'
import { noticesOf } from '../notices/notice.ts'
import { withWaiting } from '../notices/notice-queue.ts'
import { accountsItem } from '../storage/accounts.ts'
import { noticesItem } from '../storage/notices.ts'

/** Writes down what a change has to tell, for {@link showNotices}. */
export async function queueNotices(change: RecordChange): Promise<void> {
  if (!change.effects.some(({ kind }) => kind === 'notify')) return
  const { accountId } = change.record
  const account = (await accountsItem.get()).find(({ id }) => id === accountId)
  const notices = noticesOf(change, account?.name ?? 'the upstream')
  if (notices.length > 0) await noticesItem.update(queue => withWaiting(queue, notices))
}
