import type { OrderRecord } from '../record/record-schema.ts'
import { whyNotAgain } from '../state-machine/next-try.ts'
import type { Advanced } from './advance.ts'
import { sharedLock } from './aliases.ts'
import type { OutboxPorts } from './ports.ts'
import { recoverSending } from './recover.ts'

/**
 * Runs a task on an order whose outcome is open to doubt, while nothing of its account is on its way. Where the
 * state leaves no doubt, gives the reason why there is nothing to find out.
 */
export async function withOpenRecord(
  ports: OutboxPorts,
  id: string,
  task: (record: OrderRecord) => Promise<Advanced>,
): Promise<Advanced> {
  const none: Advanced = { ok: false, rejection: { code: 'no_such_record', recordId: id } }
  const { accountId } = (await ports.store.get(id)) ?? {}
  if (accountId === undefined) return none
  return await ports.lock.run(await sharedLock(ports, accountId), async () => {
    await recoverSending(ports, accountId)
    const record = await ports.store.get(id)
    if (record === undefined) return none
    switch (record.state.name) {
      case 'unknown':
      case 'not_placed':
        return await task(record)
      case 'draft':
      case 'queued':
        return { ok: false, rejection: { code: 'nothing_was_sent' } }
      default:
        return { ok: false, rejection: whyNotAgain(record) ?? { code: 'is_over' } }
    }
  })
}
