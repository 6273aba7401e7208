import type { OrderRecord, Outbox, OutboxPorts, Sender } from '../index.ts'
import { type CampaignBackend, type CampaignPorts, portsInTurn } from './backend.ts'
import { judge } from './judge.ts'
import { createModelUpstream, type ModelUpstream } from './model-upstream.ts'
import { orderFor } from './person.ts'
import { acceptedForMs, pick, type Story, settleMs } from './story.ts'
import { expectTo, Violation } from './violation.ts'
import { type CallMode, createWorld, InjectedFailure, type Process, settle } from './world.ts'

/** The outbox under trial; another than the real one shows that the campaign sees faults. */
export type MakeOutbox = (ports: OutboxPorts) => Outbox

/** The counter that all orders of a story count in. */
export const counter = 'all orders'

/** Two windows at work over one store and one upstream, with the judge watching. */
export interface Stage {
  readonly records: ReadonlyMap<string, OrderRecord>
  readonly upstream: ModelUpstream
  now(): number
  wait(ms: number): void
  /** One of the two windows. */
  window(choice: number): Outbox
  /** A sender that no window has, such as a poll's. */
  bystander(): Sender
  /** Ends one window, and opens another that recovers. */
  crash(choice: number): Promise<void>
  /** Lets one call to a port through, and judges; false if there is none. */
  step(choice: number, mode: CallMode): Promise<boolean>
  /** Lets all calls through. */
  drain(): Promise<void>
  /** From now on every order is taken at once. */
  calm(): void
  /** What rejects has to do so by a fault of the campaign's. */
  watch(promise: Promise<unknown>): void
}

export async function createStage(
  story: Story,
  makeOutbox: MakeOutbox,
  backend: CampaignBackend,
): Promise<Stage> {
  const world = createWorld()
  const records = new Map<string, OrderRecord>()
  const past = new Map<string, OrderRecord>()
  const upstream = createModelUpstream(world, story.traits, orderFor(0, undefined))
  const windows: { readonly process: Process; readonly outbox: Outbox; readonly ports: CampaignPorts }[] = []
  const surprises: unknown[] = []
  let requests = 0
  let isOver = false

  const senderFor = (process: Process): Sender =>
    upstream.senderFor(process, () => {
      requests += 1
      return isOver ? 'accepted' : (pick(story.fates, requests) ?? 'accepted')
    })

  async function read(): Promise<void> {
    records.clear()
    for (const record of await backend.records()) records.set(record.id, record)
  }

  async function open(name: string): Promise<Outbox> {
    const process = { name, isAlive: true }
    const ports = await backend.connect()
    const outbox = makeOutbox({
      ...portsInTurn(world, process, ports),
      clock: { now: () => world.now },
      senderFor: async () => senderFor(process),
      settleMs,
      acceptedForMs,
      ...(backend.counted === undefined ? {} : { limitsOf: async () => [{ counter, atMost: undefined }] }),
      listingMaxOrders: story.traits.mostRead,
    })
    windows.push({ process, outbox, ports })
    return outbox
  }

  function watch(promise: Promise<unknown>): void {
    promise.catch((error: unknown) => {
      if (!(error instanceof InjectedFailure)) surprises.push(error)
    })
  }

  async function step(choice: number, mode: CallMode): Promise<boolean> {
    world.now += 1
    upstream.settle()
    const before = upstream.requests.length
    const isStep = await world.step(choice, mode)
    await settle()
    await read()
    if (surprises.length > 0) throw surprises[0]
    for (const violation of judge(records, past, upstream, upstream.requests.slice(before))) {
      throw new Violation(violation)
    }
    for (const [id, record] of records) past.set(id, record)
    return isStep
  }

  await open('left')
  await open('right')
  return {
    records,
    upstream,
    now: () => world.now,
    wait: ms => {
      world.now += ms
      upstream.settle()
    },
    window: choice => {
      const window = pick(windows, choice)
      if (window === undefined) throw new Error('there is no window')
      return window.outbox
    },
    bystander: () => senderFor({ name: 'bystander', isAlive: true }),
    crash: async choice => {
      const [window] = windows.splice(choice % windows.length, 1)
      if (window === undefined) return
      await world.crash(window.process, index => ((choice >> (index + 2)) & 1) === 1)
      await window.ports.kill()
      await read()
      const next = await open(`${window.process.name}'`)
      watch(next.recover())
    },
    step,
    calm: () => {
      isOver = true
    },
    drain: async () => {
      await settle()
      while (await step(0, 'well'));
      expectTo(world.waiting() === 0, 'everybody waits for a lock that nobody gives back')
    },
    watch,
  }
}
