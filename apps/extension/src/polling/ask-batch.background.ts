import type { OrderStatus, Upstream } from '@orderwright/client'
import { noteActions } from '../orders/history/order-history.ts'
import { openOutbox } from '../orders/open-outbox.background.ts'
import { type AskedApart, askApart } from './ask-apart.background.ts'
import { noteAnswer } from './interval-store.background.ts'
import type { FollowedOrders } from './order-targets.ts'
import type { Followed } from './poll-target.ts'

/**
 * Asks them, and gives the upstream's numbers of the orders that cannot be asked about. What was answered counts, also
 * where what follows fails.
 */
export async function askQuestions(
  accountId: string,
  upstream: Upstream,
  questions: FollowedOrders,
): Promise<readonly string[]> {
  const outbox = openOutbox()
  let failed: readonly string[] = []
  if (questions.orders.length > 0) {
    const orderIds = questions.orders.map(({ id }) => id)
    const asked = await askApart(orderIds, ids => upstream.statuses(ids))
    failed = orderIds.filter(
      (id, index) => asked.failed.includes(id) || isImpossible(id, asked.answers[index]),
    )
    await outbox.seeStatuses(accountId, given(asked))
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
  return failed
}

/** Whether a number can be none of the upstream's, so that it will be missing for ever. */
function isImpossible(id: string, status: OrderStatus | undefined): boolean {
  return status?.kind === 'missing' && /[,\s\p{Cc}]/u.test(id.trim())
}

/** A refill that the upstream left out, or that cannot be asked about, stays as it was last seen. */
async function askAboutRefills(upstream: Upstream, refills: readonly Followed[]): Promise<void> {
  const recordIds = new Map(refills.map(({ id, recordId }) => [id, recordId]))
  const asked = await askApart([...recordIds.keys()], ids => upstream.refillStatuses(ids))
  const events = given(asked).flatMap(status => {
    const recordId = recordIds.get(status.refillId)
    return recordId === undefined || status.kind !== 'found'
      ? []
      : [[recordId, { kind: 'refill_tracked', status }] as const]
  })
  await noteActions(new Map(events))
}

function given<T>({ answers }: AskedApart<T>): readonly T[] {
  return answers.filter(answer => answer !== undefined)
}
