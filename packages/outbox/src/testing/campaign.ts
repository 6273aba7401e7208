import { Decimal } from '@orderwright/core'
import { createOutbox, type OrderRecord, spentOf } from '../index.ts'
import { type CampaignBackend, createMemoryBackend } from './backend.ts'
import { charge } from './model-upstream.ts'
import { createPerson, type Person } from './person.ts'
import { counter, createStage, type MakeOutbox, type Stage } from './stage.ts'
import { type Action, accountId, pick, type Story, settleMs } from './story.ts'
import { expectTo, Violation } from './violation.ts'
import { settle } from './world.ts'

export interface Verdict {
  /** The first thing that went wrong, if any. */
  readonly violation: string | undefined
  /** Every change of state that happened, as `event state detail`. */
  readonly changes: readonly string[]
}

/**
 * Plays one story: two windows at work on one account over one store, orders clicked and clicked again, crashes and
 * failures of the store at any call, an upstream that takes orders with or without saying so, a person who tells
 * the truth. In the end everything is looked up, and the upstream's own list is the judge.
 *
 * @example
 * ```ts
 * import { runCampaign } from '@orderwright/outbox/testing'
 * const traits = { canListOrders: true, shows: 'id', offsetMs: 0, latestMs: 20_000, mostRead: 9, strangers: 0 }
 * const click = { kind: 'click', choice: 0, mode: 'well' }
 * const crash = { kind: 'crash', choice: 0, mode: 'well' }
 * const { violation } = await runCampaign({ traits, fates: ['taken_unheard'], actions: [click, crash, click] })
 * violation // undefined
 * ```
 */
export async function runCampaign(
  story: Story,
  makeOutbox: MakeOutbox = createOutbox,
  openBackend: () => Promise<CampaignBackend> = async () => createMemoryBackend(),
): Promise<Verdict> {
  const backend = await openBackend()
  const stage = await createStage(story, makeOutbox, backend)
  const person = createPerson(stage, story)
  try {
    for (const action of story.actions) {
      if (action.kind === 'step') await stage.step(action.choice, action.mode)
      else await act(stage, person, action)
      await settle()
    }
    await finish(stage, person, backend)
    return { violation: undefined, changes: changesOf(stage) }
  } catch (error) {
    if (!(error instanceof Violation)) throw error
    return { violation: error.message, changes: changesOf(stage) }
  } finally {
    await backend.close()
  }
}

async function act(stage: Stage, person: Person, { kind, choice }: Action): Promise<void> {
  const record = pick(kind === 'answer' ? unknownOf(stage) : [...stage.records.values()], choice)
  switch (kind) {
    case 'step':
      break
    case 'click':
      person.click(choice)
      break
    case 'accept':
      person.accept(choice)
      break
    case 'send':
      if (record !== undefined) stage.watch(stage.window(choice).send(record.id))
      break
    case 'crash':
      await stage.crash(choice)
      break
    case 'recover':
      stage.watch(stage.window(choice).recover())
      break
    case 'look_up':
      if (record !== undefined) stage.watch(stage.window(choice).lookUp(record.id))
      break
    case 'resolve_all':
      stage.watch(stage.window(choice).resolveAll(accountId))
      break
    case 'poll':
      stage.watch(stage.window(choice).pollDue(accountId))
      break
    case 'answer':
      if (record !== undefined) person.answer(record, choice)
      break
    case 'reuse':
      person.reuse(choice)
      break
    case 'retry':
      person.retry(choice)
      break
    case 'statuses':
      person.refreshStatuses(choice)
      break
    case 'wait':
      stage.wait((choice % 12) * 30_000)
      break
  }
}

/** Brings everything to its end, with no more crashes, and checks that it comes out right. */
async function finish(stage: Stage, person: Person, { counted }: CampaignBackend): Promise<void> {
  await stage.drain()
  stage.watch(stage.window(0).recover())
  await stage.drain()
  stage.calm()
  for (const { id, state } of [...stage.records.values()]) {
    if (state.name === 'queued') stage.watch(stage.window(0).send(id))
    await stage.drain()
  }
  stage.wait(2 * settleMs)
  for (const record of unknownOf(stage)) {
    stage.watch(stage.window(0).lookUp(record.id))
    await stage.drain()
  }
  for (const record of unknownOf(stage)) {
    person.answer(record, 0)
    await stage.drain()
  }
  person.refreshStatuses(0)
  await stage.drain()

  const records = [...stage.records.values()]
  const open = records.filter(({ state }) => ['queued', 'submitting', 'unknown'].includes(state.name))
  expectTo(open.length === 0, `left open: ${open.map(({ id, state }) => `${id} ${state.name}`).join()}`)
  const spent = records.reduce((sum, record) => sum.plus(spentOf(record)), new Decimal(0))
  const charged = new Decimal(charge).times(
    stage.upstream.taken.filter(({ tag }) => tag !== undefined).length,
  )
  const counts = await counted?.(counter)
  expectTo(
    counts === undefined || spent.eq(counts),
    `counted ${counts}, and the records come to ${spent.toFixed()}`,
  )
  expectTo(spent.eq(charged), `charged ${charged.toFixed()}, of which ${spent.toFixed()} is in the records`)
}

function unknownOf({ records }: Stage): readonly OrderRecord[] {
  return [...records.values()].filter(({ state }) => state.name === 'unknown')
}

function changesOf({ records }: Stage): readonly string[] {
  return [...records.values()].flatMap(({ history }) =>
    history.map(
      ({ event, state, detail = '' }) => `${event} ${state} ${/^\d+$/.test(detail) ? 'order' : detail}`,
    ),
  )
}
