import type { Upstream } from '@orderwright/client'
import { noteFollowUps } from '../storage/orders.ts'
import type { Followed } from '../tracking/followed.ts'
import type { FollowedOrders } from '../tracking/followed-orders.ts'
import { noteAnswer } from './note-pace.ts'
import { openOutbox } from './outbox.ts'
import { queueNotices } from './queue-notices.ts'

/** What was answered counts, also where what follows fails. */
export async function askQuestions(
  accountId: string,
  upstream: Upstream,
  questions: FollowedOrders,
): Promise<void> {
  const outbox = openOutbox(queueNotices)
  if (questions.orders.length > 0) {
    const statuses = await upstream.statuses(questions.orders.map(({ id }) => id))
    await outbox.seeStatuses(accountId, statuses)
    await noteAnswer(accountId, questions.orders)
  }
  if (questions.refills.length > 0) {
    await askAboutRefills(upstream, questions.refills)
    await noteAnswer(accountId, questions.refills)
  }
  for (const lookUp of questions.lookUps) {
    await outbox.lookUp(lookUp.recordId)
    await noteAnswer(accountId, [lookUp])
  }
}

/** A refill that the upstream left out stays as it was last seen. */
async function askAboutRefills(upstream: Upstream, refills: readonly Followed[]): Promise<void> {
  const recordIds = new Map(refills.map(({ id, recordId }) => [id, recordId]))
  const statuses = await upstream.refillStatuses([...recordIds.keys()])
  const events = statuses.flatMap(status => {
    const recordId = recordIds.get(status.refillId)
    return recordId === undefined || status.kind !== 'found'
      ? []
      : [[recordId, { kind: 'refill_tracked', status }] as const]
  })
  await noteFollowUps(new Map(events))
}
