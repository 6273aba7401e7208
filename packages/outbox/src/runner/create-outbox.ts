import type { OrderStatus } from '@orderwright/client'
import type { OrderRecord } from '../record/record-schema.ts'
import type { Advanced } from './advance.ts'
import { type Answer, answer } from './answer.ts'
import { type Check, type ConfirmResult, confirm } from './confirm.ts'
import type { OutboxPorts } from './ports.ts'
import { recover } from './recover.ts'
import { resolveUnknown } from './resolve-unknown.ts'
import { seeStatuses } from './see-statuses.ts'

/**
 * Carries orders through their lives. It keeps nothing in memory: it may be dropped at any moment, and another
 * one over the same store goes on. Whatever the ports throw is passed on; after that `recover` tells what is so.
 */
export interface Outbox {
  /**
   * Orders what a draft holds, once, and resolves when that has ended: however often, from however many windows,
   * the same id gives one order. Rejects another order under an id that is taken, whatever differs in what would be
   * sent, and the same order under another id while that is unresolved. No other order can be confirmed while `check`
   * runs, so that limits and duplicates are judged by all that came before.
   *
   * @throws {TypeError} if the record is no draft.
   */
  confirm<Issue = never>(draft: OrderRecord, check?: Check<Issue>): Promise<ConfirmResult<Issue>>
  /**
   * To be called at each start and after anything was thrown: what something dead left as `submitting` becomes
   * `unknown`, `queued` becomes `not_sent`. What is in living hands is left alone. Resolves with what changed.
   */
  recover(): Promise<readonly OrderRecord[]>
  /** Looks an unknown order up. Rejects with what the upstream's reading rejects with; nothing is changed then. */
  lookUp(id: string): Promise<Advanced>
  /** Takes what the person says of an unknown order. */
  answer(id: string, said: Answer): Promise<Advanced>
  /** Files what an account's upstream said of its orders. Resolves with the records that changed. */
  seeStatuses(accountId: string, statuses: readonly OrderStatus[]): Promise<readonly OrderRecord[]>
}

/**
 * An outbox over the ports that are given.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const sender = { capabilities: {}, add: async () => ({ kind: 'accepted', orderId: '77' }) }
 * const ports = { store: createMemoryStore(), lock: createMemoryLock(), clock: Date, senderFor: async () => sender }
 * const result = await createOutbox(ports).confirm(draft)
 * result.record.state // { name: 'accepted', orderId: '77' }
 * ```
 */
export function createOutbox(ports: OutboxPorts): Outbox {
  return {
    confirm: (draft, check = nothingAgainst) => confirm(ports, draft, check),
    recover: () => recover(ports),
    lookUp: id => resolveUnknown(ports, id),
    answer: (id, said) => answer(ports, id, said),
    seeStatuses: (accountId, statuses) => seeStatuses(ports, accountId, statuses),
  }
}

async function nothingAgainst(): Promise<readonly never[]> {
  return []
}
