import { addToCounter, counterChanges, isWithin } from '../limits/counters.ts'
import { spentOf } from '../record/final-amounts.ts'
import { fingerprintOf, isSameOrder, signatureOf } from '../record/record.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { unstorablePath } from '../record/storable.ts'
import { whyNotAgain } from '../state-machine/next-try.ts'
import type { TransitionRejection } from '../state-machine/rejection.ts'
import type { Step } from '../state-machine/transition.ts'
import { changeBy, tell } from './advance.ts'
import { checkLock, poolOf } from './pool.ts'
import type { AcceptView, Change, CounterLimit, OutboxPorts } from './ports.ts'
import { recoverOne } from './recover.ts'

/** Finds the caller's own issues of an order, such as limits that it goes over or duplicates to ask about. */
export type Check<Issue> = () => Promise<readonly Issue[]>

export type ConfirmResult<Issue> =
  /** The order is recorded, and its state says what became of it. */
  | { readonly kind: 'recorded'; readonly record: OrderRecord }
  /** Nothing was stored and nothing sent. */
  | { readonly kind: 'rejected'; readonly rejection: TransitionRejection }
  | { readonly kind: 'issues'; readonly issues: readonly [Issue, ...Issue[]] }

export interface Acceptance<Issue, Transaction> {
  readonly draft: OrderRecord
  readonly check: Check<Issue> | undefined
  /** Until when it waits for whoever sends it; `undefined` if the caller does, who holds the order's lock. */
  readonly expiresAt: number | undefined
  readonly transaction?: Transaction | undefined
}

/**
 * Stores an order that was agreed to, or says what stands against it. The same id gives the record that it has; one that somebody
 * left behind who was to send it at once is confirmed anew, as the person sees it now.
 */
export async function accept<Issue, Transaction>(
  ports: OutboxPorts<Transaction>,
  acceptance: Acceptance<Issue, Transaction>,
): Promise<ConfirmResult<Issue>> {
  const { draft, check } = acceptance
  if (draft.state.name !== 'draft') {
    throw new TypeError(`confirm: takes a draft, was given a record that is ${draft.state.name}`)
  }
  const path = unstorablePath(draft)
  if (path !== undefined) return { kind: 'rejected', rejection: { code: 'unstorable', path } }
  if (check === undefined) return await place(ports, acceptance, 'store')
  return await ports.lock.run(checkLock, async () => {
    const before = await place(ports, acceptance, 'look')
    if (before.kind === 'rejected' || before.record.state.name !== 'draft') return before
    const [issue, ...more] = await check()
    if (issue !== undefined) return { kind: 'issues', issues: [issue, ...more] }
    return await place(ports, acceptance, 'store')
  })
}

type Placed = Exclude<ConfirmResult<never>, { readonly kind: 'issues' }>

/** Stores the order, or only looks whether it could be: it is a draft then. A twin that died first is settled. */
async function place<Issue, Transaction>(
  ports: OutboxPorts<Transaction>,
  { draft, expiresAt, transaction }: Acceptance<Issue, Transaction>,
  mode: 'look' | 'store',
): Promise<Placed> {
  const rejection = await findEarlier(ports, draft)
  if (rejection !== undefined) return { kind: 'rejected', rejection }
  const { accountIds } = await poolOf(ports, draft.accountId)
  const limits = (await ports.limitsOf?.(draft)) ?? []
  const counters = limits.map(({ counter }) => counter)
  const asked: OrderRecord = {
    ...draft,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(counters.length === 0 ? {} : { counters }),
  }
  const now = ports.clock.now()
  const request = { id: draft.id, signature: signatureOf(draft), counters }
  const decide = (view: AcceptView): Change<Decision> => {
    const decision = judge(view, { asked, limits, accountIds })
    if (decision.kind !== 'new') return { value: decision }
    if (mode === 'look') return { value: { kind: 'known', record: draft } }
    const { value: step, ...change } = changeBy(asked, { id: draft.id, event: { kind: 'confirmed' }, now })
    if (!step.ok) return { value: { kind: 'rejected', rejection: step.rejection } }
    const caps = new Map(limits.map(({ counter, atMost }) => [counter, atMost]))
    const counted = counterChanges(decision.replaced, step.record).map(counter => {
      const atMost = caps.get(counter.counter)
      return atMost === undefined ? counter : { ...counter, atMost }
    })
    return { ...change, counters: counted, value: { kind: 'stored', step } }
  }
  const ask = (): Promise<Decision> => ports.store.accept(request, decide, transaction)

  let decision = await ask()
  const tried = new Set<string>()
  while (decision.kind === 'twin' && !tried.has(decision.record.id)) {
    tried.add(decision.record.id)
    await recoverOne(ports, decision.record.id)
    decision = await ask()
  }
  switch (decision.kind) {
    case 'twin':
      return { kind: 'rejected', rejection: { code: 'unresolved', recordId: decision.record.id } }
    case 'rejected':
      return decision
    case 'known':
      return { kind: 'recorded', record: decision.record }
    case 'stored':
      // What a transaction of the caller's holds is not stored yet, and may never be.
      if (transaction === undefined) tell(ports, [decision.step])
      return { kind: 'recorded', record: decision.step.record }
  }
}

type Verdict =
  | { readonly kind: 'new'; readonly replaced: OrderRecord | undefined }
  /** The id has this record. */
  | { readonly kind: 'known'; readonly record: OrderRecord }
  /** The same order may have been placed under this record. */
  | { readonly kind: 'twin'; readonly record: OrderRecord }
  | { readonly kind: 'rejected'; readonly rejection: TransitionRejection }

type Decision =
  | Exclude<Verdict, { readonly kind: 'new' }>
  | { readonly kind: 'stored'; readonly step: Extract<Step, { readonly ok: true }> }

interface Asked {
  readonly asked: OrderRecord
  readonly limits: readonly CounterLimit[]
  readonly accountIds: readonly string[]
}

function judge({ current, twins, counters }: AcceptView, { asked, limits, accountIds }: Asked): Verdict {
  const replaced = current !== undefined && current.state.name !== 'draft' ? current : undefined
  if (replaced !== undefined) {
    if (fingerprintOf(replaced) !== fingerprintOf(asked)) {
      return { kind: 'rejected', rejection: { code: 'id_taken', recordId: asked.id } }
    }
    if (!isLeft(replaced, asked)) return { kind: 'known', record: replaced }
  }
  const twin = twins.find(other => other.id !== asked.id && isSameOrder(other, asked, accountIds))
  if (twin !== undefined) return { kind: 'twin', record: twin }
  for (const { counter, atMost } of limits) {
    const counted = counters.get(counter) ?? '0'
    const total = asked.confirmed.total
    if (atMost === undefined || isWithin(without(replaced, counter, counted), total, atMost)) continue
    return { kind: 'rejected', rejection: { code: 'over_limit', counter, total, counted, atMost } }
  }
  return { kind: 'new', replaced }
}

/** Returns what a counter comes to without the record that is replaced. */
function without(replaced: OrderRecord | undefined, counter: string, counted: string): string {
  if (replaced?.counters?.includes(counter) !== true) return counted
  return addToCounter(counted, spentOf(replaced).negated().toFixed())
}

/** Returns whether a record waits for a sender who is dead: its lock is held here, by one who sends it at once. */
function isLeft(current: OrderRecord, asked: OrderRecord): boolean {
  return current.state.name === 'queued' && current.expiresAt === undefined && asked.expiresAt === undefined
}

/** Returns why a next try is none: the try before may have turned out to be placed since the person decided. */
async function findEarlier(
  { store }: Pick<OutboxPorts, 'store'>,
  { retryOf }: OrderRecord,
): Promise<TransitionRejection | undefined> {
  if (retryOf === undefined) return undefined
  const earlier = await store.get(retryOf)
  return earlier === undefined ? { code: 'no_such_record', recordId: retryOf } : whyNotAgain(earlier)
}
