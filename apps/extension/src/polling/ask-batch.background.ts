import type { OrderStatus, Upstream } from '@orderwright/client'
import { type AskedApart, askApart } from '@orderwright/outbox'
import { noteActions } from '../orders/history/order-history.ts'
import { openOutbox } from '../orders/open-outbox.background.ts'
import { noteAnswer } from './poll-state-store.background.ts'
import type { PollTarget } from './poll-target.ts'
import type { PollTargets } from './poll-targets.ts'

/**
 * Asks an upstream about a batch of targets. Returns the upstream's ids of the orders that it cannot be asked about. What
 * was answered is stored, even if a later request fails.
 */
export async function askBatch(
  accountId: string,
  upstream: Upstream,
  batch: PollTargets,
): Promise<readonly string[]> {
  const outbox = openOutbox()
  let failed: readonly string[] = []
  if (batch.orders.length > 0) {
    const orderIds = batch.orders.map(({ id }) => id)
    const asked = await askApart(orderIds, ids => upstream.statuses(ids))
    failed = orderIds.filter(
      (id, index) => asked.failed.includes(id) || isImpossible(id, asked.answers[index]),
    )
    await outbox.seeStatuses(accountId, given(asked))
    await noteAnswer(accountId, batch.orders)
  }
  if (batch.refills.length > 0) {
    await askAboutRefills(upstream, batch.refills)
    await noteAnswer(accountId, batch.refills)
  }
  for (const lookUp of batch.lookUps) {
    await outbox.lookUp(lookUp.recordId)
    await noteAnswer(accountId, [lookUp])
  }
  return failed
}

/** Returns whether an id cannot be one of the upstream's, so that it will be missing for ever. */
function isImpossible(id: string, status: OrderStatus | undefined): boolean {
  return status?.kind === 'missing' && /[,\s\p{Cc}]/u.test(id.trim())
}

/** Stores the refills' statuses. A refill that the upstream left out, or cannot be asked about, stays as it is. */
async function askAboutRefills(upstream: Upstream, refills: readonly PollTarget[]): Promise<void> {
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
