import type { OrderRecord } from '../record/record-schema.ts'
import { accept, type Check, type ConfirmResult } from './accept.ts'
import type { Work } from './pace.ts'
import { orderLock } from './pool.ts'
import type { OutboxPorts } from './ports.ts'
import { settleDead } from './recover.ts'
import { submit } from './send.ts'

/** Accepts an order and sends it at once, while its lock is held: whatever was at work on it before has ended. */
export async function confirm<Issue>(
  ports: OutboxPorts,
  work: Work,
  draft: OrderRecord,
  check: Check<Issue> | undefined,
): Promise<ConfirmResult<Issue>> {
  const { id, accountId } = draft
  const sender = await ports.senderFor(accountId)
  return await ports.lock.run(orderLock(id), async () => {
    const accepted = await accept(ports, { draft, check, expiresAt: undefined })
    if (accepted.kind !== 'recorded') return accepted
    const { state } = accepted.record
    if (state.name === 'submitting')
      return { kind: 'recorded', record: (await settleDead(ports, id)) ?? accepted.record }
    if (state.name !== 'queued') return accepted
    const record = await submit(ports, work, accepted.record, sender)
    // Not sent in its turn, or drained before that: nobody else would send it.
    const isLeft = record.state.name === 'queued' && record.expiresAt === undefined
    return { kind: 'recorded', record: (isLeft && (await settleDead(ports, id))) || record }
  })
}
