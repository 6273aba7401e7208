import { isUpstreamError, type OrderStatus } from '@orderwright/client'
import { askApart } from '../polling/ask-apart.ts'
import { backOffMs, pollIntervalBounds } from '../polling/intervals.ts'
import { orderIdOf } from '../record/record.ts'
import { type OrderRecord, placedStates } from '../record/record-schema.ts'
import { dueAtOf, ripeAt } from '../state-machine/due-at.ts'
import type { OrderEvent } from '../state-machine/events.ts'
import type { Step } from '../state-machine/transition.ts'
import { changeBy, tell } from './advance.ts'
import type { Work } from './pace.ts'
import { poolOf } from './pool.ts'
import type { Change, OutboxPorts, Sender } from './ports.ts'
import { resolveAmong } from './resolve-unknown.ts'

/** What a poll of an account came to. */
export interface PollResult {
  /** How many orders its upstream was asked about. */
  readonly asked: number
  readonly changed: readonly OrderRecord[]
  /** When the next one is due, in milliseconds since 1970; `undefined` if none is before something changes. */
  readonly nextAt: number | undefined
  /** Why not all could be asked about, if that is so: the upstream is left alone until `nextAt`. */
  readonly error: unknown
}

const defaultLimit = 5000

/**
 * Asks an account's upstream about its orders that are due: the statuses of open ones, in batches as large as one request covers
 * and filled up with those that soon will be, and what became of those in doubt, by one listing. One poll of an account runs at a
 * time; another one finds nothing to do.
 */
export async function pollDue(
  ports: OutboxPorts,
  work: Work,
  accountId: string,
  limit: number = defaultLimit,
): Promise<PollResult> {
  const { clock, lock } = ports
  const { until = 0 } = work.backOffs.get(accountId) ?? {}
  if (clock.now() < until) return { asked: 0, changed: [], nextAt: until, error: undefined }
  const poll = await lock.tryRun(`outbox poll ${accountId}`, () => pollAccount(ports, work, accountId, limit))
  return poll ?? { asked: 0, changed: [], nextAt: await nextDue(ports, accountId), error: undefined }
}

async function pollAccount(
  ports: OutboxPorts,
  work: Work,
  accountId: string,
  limit: number,
): Promise<PollResult> {
  const { store, clock } = ports
  const changed: OrderRecord[] = []
  let asked = 0
  try {
    const due = await store.list({ accountIds: [accountId], dueBefore: clock.now(), limit })
    if (due.length > 0) {
      const sender = await ports.senderFor(accountId)
      for (const batch of await batchesOf(ports, accountId, { due, sender })) {
        if (work.signal.aborted) break
        asked += batch.length
        for (const record of await pollBatch(ports, sender, batch)) changed.push(record)
      }
      const inDoubt = due.filter(({ state }) => state.name === 'unknown' || state.name === 'not_placed')
      asked += inDoubt.length
      for (const record of await resolveDue(ports, accountId, inDoubt)) changed.push(record)
    }
    work.backOffs.delete(accountId)
    return { asked, changed, nextAt: await nextDue(ports, accountId), error: undefined }
  } catch (error) {
    const nextAt = backOff(ports, work, accountId, error)
    return { asked, changed, nextAt, error }
  }
}

function backOff({ clock, random }: OutboxPorts, work: Work, accountId: string, error: unknown): number {
  const failures = (work.backOffs.get(accountId)?.failures ?? 0) + 1
  const retryAfterMs = isUpstreamError(error) ? error.retryAfterMs : undefined
  const until = clock.now() + backOffMs({ failures, retryAfterMs, random: random?.() ?? 0 })
  work.backOffs.set(accountId, { failures, until })
  return until
}

async function nextDue({ store }: OutboxPorts, accountId: string): Promise<number | undefined> {
  const [next] = await store.list({
    accountIds: [accountId],
    dueBefore: Number.MAX_SAFE_INTEGER,
    limit: 1,
  })
  return next?.dueAt
}

interface Due {
  readonly due: readonly OrderRecord[]
  readonly sender: Sender
}

/** Returns the open orders to ask about, in batches: those that are due, and what soon will be in the room that they leave. */
async function batchesOf(
  { store, clock }: OutboxPorts,
  accountId: string,
  { due, sender }: Due,
): Promise<readonly (readonly OrderRecord[])[]> {
  const open = due.filter(isOpen)
  if (open.length === 0) return []
  const size = Math.max(1, sender.capabilities.statusBatchSize)
  const room = Math.ceil(open.length / size) * size - open.length
  const now = clock.now()
  const known = new Set(open.map(({ id }) => id))
  const next = await store.list({
    accountIds: [accountId],
    states: ['accepted', 'open'],
    dueBefore: now + pollIntervalBounds.mostMs / 2,
    limit: open.length + room,
  })
  const soon = next.filter(record => !known.has(record.id) && ripeAt(record, now) <= now).slice(0, room)
  // Neighbours go together: an upstream that lists its orders tells of them by one page.
  const all = [...open, ...soon].toSorted(byNumber)
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )
}

/** Compares two records by their order numbers, which grow as orders are placed. */
function byNumber(one: OrderRecord, other: OrderRecord): number {
  const [left = '', right = ''] = [orderIdOf(one), orderIdOf(other)]
  return left.length - right.length || (left < right ? -1 : 1)
}

function isOpen({ state }: OrderRecord): boolean {
  return state.name !== 'closed' && placedStates.includes(state.name)
}

/** Asks about one batch, and stores what was said together with when each is to be asked about again. */
async function pollBatch(
  ports: OutboxPorts,
  sender: Sender,
  batch: readonly OrderRecord[],
): Promise<readonly OrderRecord[]> {
  const orderIds = batch.flatMap(record => orderIdOf(record) ?? [])
  const { answers } = await askApart(orderIds, ids => sender.statuses(ids))
  const statuses = new Map<string, OrderStatus>()
  for (const answer of answers) if (answer !== undefined) statuses.set(answer.orderId, answer)
  const now = ports.clock.now()
  const steps = await ports.store.updateMany(
    batch.map(({ id }) => id),
    (current, id) => {
      const status = statuses.get((current && orderIdOf(current)) ?? '')
      const event = status?.kind === 'found' ? ({ kind: 'status_seen', status } as const) : undefined
      return seen(current, { id, event, now })
    },
  )
  tell(ports, steps)
  return steps.flatMap(step => (step.ok ? [step.record] : []))
}

interface Seen {
  readonly id: string
  readonly event: OrderEvent | undefined
  readonly now: number
}

/** Returns what to store of a record that was asked about: what is new, or else only when to ask again. */
function seen(current: OrderRecord | undefined, { id, event, now }: Seen): Change<Step> {
  const change: Change<Step> =
    event === undefined ? { value: nothingNew } : changeBy(current, { id, event, now })
  if (change.store !== undefined || current === undefined || !isOpen(current)) return change
  return { ...change, store: { ...current, dueAt: dueAtOf(current, now) } }
}

const nothingNew: Step = { ok: false, rejection: { code: 'nothing_new' } }

/** Looks up the orders in doubt. One that counts as not placed is looked up a last time, and never again by itself. */
async function resolveDue(
  ports: OutboxPorts,
  accountId: string,
  inDoubt: readonly OrderRecord[],
): Promise<readonly OrderRecord[]> {
  if (inDoubt.length === 0) return []
  const pool = await poolOf(ports, accountId)
  const steps = await ports.lock.run(pool.locks.lookUp, () => resolveAmong(ports, pool, accountId, inDoubt))
  const last = inDoubt.filter(({ state }, index) => state.name === 'not_placed' && steps[index]?.ok !== true)
  if (last.length > 0) {
    await ports.store.updateMany(
      last.map(({ id }) => id),
      current => {
        if (current?.state.name !== 'not_placed') return { value: undefined }
        const { dueAt, ...rest } = current
        return { store: rest, value: undefined }
      },
    )
  }
  return steps.flatMap(step => (step.ok ? [step.record] : []))
}
