import { isSameOrder, isSameRequest } from '../record/record.ts'
import { type OrderRecord, unresolvedStates } from '../record/record-schema.ts'
import { whyNotAgain } from '../state-machine/next-try.ts'
import type { TransitionRejection } from '../state-machine/rejection.ts'
import { advance, isWaiting } from './advance.ts'
import { aliasesOf, sharedLock } from './aliases.ts'
import { confirmLock, orderLock } from './lock-names.ts'
import type { OutboxPorts } from './ports.ts'
import { recoverOne, settleDead } from './recover.ts'
import { send } from './send.ts'

/** Finds the caller's own issues of an order, such as limits that it goes over or duplicates to ask about. */
export type Check<Issue> = () => Promise<readonly Issue[]>

export type ConfirmResult<Issue> =
  /** The order is recorded, and its state says what became of it. */
  | { readonly kind: 'recorded'; readonly record: OrderRecord }
  /** Nothing was stored and nothing sent. */
  | { readonly kind: 'rejected'; readonly rejection: TransitionRejection }
  | { readonly kind: 'issues'; readonly issues: readonly [Issue, ...Issue[]] }

export async function confirm<Issue>(
  ports: OutboxPorts,
  draft: OrderRecord,
  check: Check<Issue>,
): Promise<ConfirmResult<Issue>> {
  if (draft.state.name !== 'draft') {
    throw new TypeError(`confirm: takes a draft, was given a record that is ${draft.state.name}`)
  }
  const { id, accountId } = draft
  const sender = await ports.senderFor(accountId)
  return await ports.lock.run(orderLock(id), async () => {
    const notRecorded = await ports.lock.run(confirmLock, () => enter(ports, draft, check))
    if (notRecorded !== undefined) return notRecorded
    const record = await ports.lock.run(await sharedLock(ports, accountId), () => send(ports, id, sender))
    return { kind: 'recorded', record }
  })
}

type NotRecorded<Issue> = Exclude<ConfirmResult<Issue>, { readonly kind: 'recorded' }>

/**
 * Stores the intent, or gives what stands against it. The order's lock is held here, so what was at work on it
 * before has ended: a queued order that was left is confirmed anew, as the person sees it now, and what was being sent
 * is unknown.
 */
async function enter<Issue>(
  ports: OutboxPorts,
  draft: OrderRecord,
  check: Check<Issue>,
): Promise<NotRecorded<Issue> | undefined> {
  const existing = await ports.store.get(draft.id)
  if (existing !== undefined && existing.state.name !== 'draft') {
    if (!isSameRequest(existing, draft))
      return { kind: 'rejected', rejection: { code: 'id_taken', recordId: draft.id } }
    if (existing.state.name === 'submitting') await settleDead(ports, draft.id)
    if (!isWaiting(existing)) return undefined
  }
  const rejection = (await findUnresolved(ports, draft)) ?? (await findEarlier(ports, draft))
  if (rejection !== undefined) return { kind: 'rejected', rejection }
  const [issue, ...more] = await check()
  if (issue !== undefined) return { kind: 'issues', issues: [issue, ...more] }
  const step = await advance(ports, draft.id, { kind: 'confirmed' }, draft)
  return step.ok ? undefined : { kind: 'rejected', rejection: step.rejection }
}

/** The same order, while it may have been placed, must not be ordered again; one that died first is settled. */
async function findUnresolved(
  ports: OutboxPorts,
  draft: OrderRecord,
): Promise<TransitionRejection | undefined> {
  const unresolved = await ports.store.list({ states: unresolvedStates })
  const aliases = await aliasesOf(ports, draft.accountId)
  const isTwin = (record: OrderRecord): boolean =>
    record.id !== draft.id && isSameOrder(record, draft, aliases)
  for (const { id } of unresolved.filter(isTwin)) {
    const { state } = (await recoverOne(ports, id)) ?? (await ports.store.get(id)) ?? draft
    if (unresolvedStates.includes(state.name)) return { code: 'unresolved', recordId: id }
  }
  return undefined
}

/** The try before may have turned out to be placed since the person decided to try again. */
async function findEarlier(
  { store }: OutboxPorts,
  { retryOf }: OrderRecord,
): Promise<TransitionRejection | undefined> {
  if (retryOf === undefined) return undefined
  const earlier = await store.get(retryOf)
  return earlier === undefined ? { code: 'no_such_record', recordId: retryOf } : whyNotAgain(earlier)
}
