import type { OrderStatus } from '@orderwright/client'
import type { OrderRecord } from '../record/record-schema.ts'
import { accept, type Check, type ConfirmResult } from './accept.ts'
import type { Advanced } from './advance.ts'
import { type Answer, answer } from './answer.ts'
import { confirm } from './confirm.ts'
import type { Work } from './pace.ts'
import { type PollResult, pollDue } from './poll-due.ts'
import type { OutboxPorts } from './ports.ts'
import { recover } from './recover.ts'
import { resolveAll, resolveUnknown } from './resolve-unknown.ts'
import { seeStatuses } from './see-statuses.ts'
import { send } from './send.ts'

/**
 * Carries orders through their lives. It keeps nothing in memory but what is on its way: it may be dropped at any moment, and another
 * one over the same store goes on. Whatever the ports throw is passed on; after that `recover` tells what is so.
 */
export interface Outbox<Transaction = never> {
  /**
   * Stores an order that was agreed to, to be sent by whoever calls `send` for it, before it expires (`acceptedForMs`). However
   * often, from however many windows, the same id gives one order. Rejects another order under an id that is taken, whatever differs
   * in what would be sent, and the same order under another id while that is unresolved. No other order that is checked can be
   * accepted while `check` runs, so that limits and duplicates are judged by all that came before; what the port `limitsOf`
   * counts is judged without it, and exactly.
   *
   * With a transaction of the store's, it is stored once that is committed, and the listener is not told. `check` sees nothing of
   * other transactions then.
   *
   * @throws {TypeError} if the record is no draft.
   */
  accept<Issue = never>(
    draft: OrderRecord,
    check?: Check<Issue>,
    transaction?: Transaction,
  ): Promise<ConfirmResult<Issue>>
  /**
   * Sends an accepted order when it is its turn, once, however often and from however many processes it is called, and resolves with
   * what became of it. A record that is still `queued` was not sent: its upstream asked to be left alone for a while, or this outbox
   * is drained; call again later.
   */
  send(id: string): Promise<Advanced>
  /**
   * Accepts an order and sends it at once, and resolves when that has ended. It waits for this alone: if what has called it dies
   * before it is sent, it never is.
   *
   * @throws {TypeError} if the record is no draft.
   */
  confirm<Issue = never>(draft: OrderRecord, check?: Check<Issue>): Promise<ConfirmResult<Issue>>
  /**
   * To be called at each start and after anything was thrown: what something dead left as `submitting` becomes
   * `unknown`; what it left as `queued` becomes `not_sent`, unless it was accepted and has not expired. What is in living hands is
   * left alone. Resolves with what changed.
   */
  recover(): Promise<readonly OrderRecord[]>
  /** Looks an unknown order up. Rejects with what the upstream's reading rejects with; nothing is changed then. */
  lookUp(id: string): Promise<Advanced>
  /**
   * Looks all unknown orders up that show in the listing of an account's upstream, by reading it once. Resolves with what changed;
   * rejects as `lookUp` does.
   */
  resolveAll(accountId: string): Promise<readonly OrderRecord[]>
  /** Takes what the person says of an unknown order. */
  answer(id: string, said: Answer): Promise<Advanced>
  /** Files what an account's upstream said of its orders. Resolves with the records that changed. */
  seeStatuses(accountId: string, statuses: readonly OrderStatus[]): Promise<readonly OrderRecord[]>
  /**
   * Polls an account's orders that are due, `limit` at most (default: 5000), in the fewest requests, and resolves with what changed and when to call again.
   * An upstream that cannot be asked is left alone for a while, longer each time. Calls for one account do not overlap.
   */
  pollDue(accountId: string, limit?: number): Promise<PollResult>
  /** Sends nothing more, and resolves once nothing is on its way here. What was accepted waits for another outbox. */
  drain(): Promise<void>
}

const defaultAcceptedForMs = 86_400_000

/**
 * Creates an outbox over the ports that are given.
 *
 * @example
 * ```ts
 * import { Decimal } from '@orderwright/core'
 * const quote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }
 * const order = { serviceId: '3', target: 'https://youtu.be/jofNR_WkoCE', quantity: '1000', drip: false, params: {} }
 * const draft = createDraft({ id: 'form-1', accountId: 'a', order, quote, serviceName: 'Views', canListOrders: true, createdAt: 0 })
 * const sender = { capabilities: {}, add: async () => ({ kind: 'accepted', orderId: '77' }) }
 * const ports = { store: createMemoryStore(), lock: createMemoryLock(), clock: Date, senderFor: async () => sender }
 * const outbox = createOutbox(ports)
 * await outbox.accept(draft)
 * const sent = await outbox.send('form-1')
 * sent.record.state // { name: 'accepted', orderId: '77' }
 * ```
 */
export function createOutbox<Transaction = never>(ports: OutboxPorts<Transaction>): Outbox<Transaction> {
  const { signal, acceptedForMs = defaultAcceptedForMs } = ports
  const end = new AbortController()
  const underWay = new Set<Promise<unknown>>()
  const work: Work = {
    signal: end.signal,
    places: new Map(),
    backOffs: new Map(),
    track: task => {
      underWay.add(task)
      const done = (): void => {
        underWay.delete(task)
      }
      task.then(done, done)
      return task
    },
  }
  if (signal?.aborted === true) end.abort()
  signal?.addEventListener('abort', () => end.abort(), { once: true })
  const expiresAt = (): number => ports.clock.now() + acceptedForMs
  const draining = { ok: false, rejection: { code: 'draining' } } as const
  return {
    accept: (draft, check, transaction) =>
      work.track(accept(ports, { draft, check, expiresAt: expiresAt(), transaction })),
    send: async id => (end.signal.aborted ? draining : await work.track(send(ports, work, id))),
    confirm: async (draft, check) => {
      if (end.signal.aborted) return { kind: 'rejected', rejection: draining.rejection }
      return await work.track(confirm(ports, work, draft, check))
    },
    recover: () => recover(ports),
    lookUp: id => work.track(resolveUnknown(ports, id)),
    resolveAll: accountId => work.track(resolveAll(ports, accountId)),
    answer: (id, said) => work.track(answer(ports, id, said)),
    seeStatuses: (accountId, statuses) => work.track(seeStatuses(ports, accountId, statuses)),
    pollDue: (accountId, limit) => work.track(pollDue(ports, work, accountId, limit)),
    drain: async () => {
      end.abort()
      await Promise.allSettled(underWay)
    },
  }
}
