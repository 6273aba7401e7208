import { Decimal } from '@orderwright/core'
import {
  createDraft,
  createOutbox,
  nextTry,
  type OrderRecord,
  type Outbox,
  type OutboxPorts,
  orderIdOf,
  spentOf,
} from '../../src/index.ts'
import { judge } from './judge.ts'
import { createModelLock, createModelStore } from './model-ports.ts'
import {
  charge,
  createModelUpstream,
  type Fate,
  type ModelUpstream,
  type UpstreamTraits,
} from './model-upstream.ts'
import { type CallMode, createWorld, InjectedFailure, type Process, settle, type World } from './world.ts'

export type ActionKind =
  | 'step'
  | 'click'
  | 'crash'
  | 'recover'
  | 'look_up'
  | 'answer'
  | 'retry'
  | 'statuses'
  | 'wait'

/** What happens next; `choice` picks among whatever there is to pick from at that moment. */
export interface Action {
  readonly kind: ActionKind
  readonly choice: number
  readonly mode: CallMode
}

export interface Plan {
  readonly traits: UpstreamTraits
  readonly fates: readonly Fate[]
  readonly actions: readonly Action[]
}

/** The outbox under trial; another than the real one shows that the campaign sees faults. */
export type MakeOutbox = (ports: OutboxPorts) => Outbox

export interface Verdict {
  /** The first thing that went wrong, if any. */
  readonly violation: string | undefined
  /** Every change of a life that happened, as `event state detail`. */
  readonly changes: readonly string[]
}

const accountId = 'a'
const settleMs = 300_000
const targets = ['https://www.youtube.com/watch?v=aaaaaaaaaaa', 'https://www.youtube.com/watch?v=bbbbbbbbbbb']
const quote = { total: new Decimal(charge), quantity: new Decimal(1000), isChargedLater: false }

/**
 * One story: two windows at work on one account over one store, orders clicked and clicked again, crashes and
 * failures of the store at any call, an upstream that takes orders with or without saying so, a person who tells
 * the truth. In the end everything is looked up, and the upstream's own list is the judge.
 */
export async function runCampaign(plan: Plan, makeOutbox: MakeOutbox = createOutbox): Promise<Verdict> {
  const stage = new Stage(plan, makeOutbox)
  try {
    for (const action of plan.actions) await stage.perform(action)
    await stage.finish()
  } catch (error) {
    if (!(error instanceof Violation)) throw error
    return { violation: error.message, changes: stage.changes() }
  }
  return { violation: undefined, changes: stage.changes() }
}

class Violation extends Error {}

class Stage {
  readonly #world: World = createWorld()
  readonly #records = new Map<string, OrderRecord>()
  readonly #upstream: ModelUpstream
  readonly #plan: Plan
  readonly #makeOutbox: MakeOutbox
  readonly #windows: { process: Process; outbox: Outbox }[] = []
  readonly #forms: OrderRecord[] = []
  readonly #past = new Map<string, OrderRecord>()
  #unexpected: unknown
  #fates = 0

  constructor(plan: Plan, makeOutbox: MakeOutbox) {
    this.#plan = plan
    this.#makeOutbox = makeOutbox
    this.#upstream = createModelUpstream(this.#world, plan.traits, order(targets[0], undefined))
    for (const name of ['left', 'right']) this.#open(name)
  }

  changes(): readonly string[] {
    return [...this.#records.values()].flatMap(({ history }) =>
      history.map(
        ({ event, state, detail }) =>
          `${event} ${state} ${/^\d+$/.test(detail ?? '') ? 'order' : (detail ?? '')}`,
      ),
    )
  }

  async perform(action: Action): Promise<void> {
    if (action.kind === 'step') await this.#step(action.choice, action.mode)
    else this.#act(action)
    await settle()
  }

  #act({ kind, choice }: Action): void {
    switch (kind) {
      case 'step':
        break
      case 'click':
        this.#click(choice)
        break
      case 'crash':
        this.#crash(choice)
        break
      case 'recover':
        this.#watch(this.#window(choice).recover())
        break
      case 'look_up': {
        const record = pick([...this.#records.values()], choice)
        if (record !== undefined) this.#watch(this.#window(choice).lookUp(record.id))
        break
      }
      case 'answer': {
        const record = pick(this.#unknown(), choice)
        if (record !== undefined) this.#answer(record, choice)
        break
      }
      case 'retry':
        this.#retry(choice)
        break
      case 'statuses':
        this.#seeStatuses(choice)
        break
      case 'wait':
        this.#world.now += (choice % 12) * 30_000
        this.#upstream.settle()
        break
    }
  }

  /** No more crashes: everything is brought to its end, and has to come out right. */
  async finish(): Promise<void> {
    await this.#drain()
    this.#watch(this.#window(0).recover())
    await this.#drain()
    this.#world.now += 2 * settleMs
    this.#upstream.settle()
    for (const record of this.#unknown()) {
      this.#watch(this.#window(0).lookUp(record.id))
      await this.#drain()
    }
    for (const record of this.#unknown()) {
      this.#answer(record, 0)
      await this.#drain()
    }
    this.#seeStatuses(0)
    await this.#drain()
    const open = [...this.#records.values()].filter(({ life }) =>
      ['intent', 'sending', 'unknown'].includes(life.state),
    )
    expectTo(open.length === 0, `left open: ${open.map(({ id, life }) => `${id} ${life.state}`).join()}`)
    const spent = [...this.#records.values()].reduce(
      (sum, record) => sum.plus(spentOf(record)),
      new Decimal(0),
    )
    const charged = new Decimal(charge).times(
      this.#upstream.taken.filter(({ tag }) => tag !== undefined).length,
    )
    expectTo(spent.eq(charged), `charged ${charged.toFixed()}, of which ${spent.toFixed()} is in the records`)
  }

  async #drain(): Promise<void> {
    await settle()
    while (await this.#step(0, 'well'));
    expectTo(this.#world.waiting() === 0, 'everybody waits for a lock that nobody gives back')
  }

  async #step(choice: number, mode: CallMode): Promise<boolean> {
    this.#world.now += 1
    this.#upstream.settle()
    const before = this.#upstream.requests.length
    const didStep = this.#world.step(choice, mode)
    await settle()
    if (this.#unexpected !== undefined) throw this.#unexpected
    const newest = this.#upstream.requests.slice(before)
    for (const violation of judge(this.#records, this.#past, this.#upstream, newest))
      throw new Violation(violation)
    for (const [id, record] of this.#records) this.#past.set(id, record)
    return didStep
  }

  #open(name: string): void {
    const process = { name, isAlive: true }
    const outbox = this.#makeOutbox({
      store: createModelStore(this.#world, process, this.#records),
      lock: createModelLock(this.#world, process),
      clock: { now: () => this.#world.now },
      senderFor: async () => this.#upstream.senderFor(process, () => this.#nextFate()),
      settleMs,
    })
    this.#windows.push({ process, outbox })
  }

  #crash(choice: number): void {
    const [window] = this.#windows.splice(choice % this.#windows.length, 1)
    if (window === undefined) return
    this.#world.crash(window.process, index => ((choice >> (index + 2)) & 1) === 1)
    this.#open(`${window.process.name}'`)
    this.#watch(this.#windows.at(-1)?.outbox.recover())
  }

  /** A new form, or one that was clicked before: then it is the same order. */
  #click(choice: number): void {
    const known = choice % 3 === 0 ? undefined : pick(this.#forms, choice >> 3)
    const draft = known ?? this.#newForm(choice)
    this.#watch(this.#window(choice >> 1).confirm(draft))
  }

  #newForm(choice: number): OrderRecord {
    const id = `form-${this.#forms.length}`
    const input = this.#input(pick(targets, choice >> 2), id)
    const draft = createDraft({ ...input, id, accountId, canListOrders: this.#plan.traits.canListOrders })
    this.#forms.push(draft)
    return draft
  }

  #retry(choice: number): void {
    const record = pick([...this.#records.values()], choice)
    if (record === undefined) return
    const result = nextTry(
      record,
      this.#input(record.order.target, `${record.id.split('.')[0]}.${record.attempt + 1}`),
    )
    if (result.ok) this.#watch(this.#window(choice >> 1).confirm(result.draft))
  }

  #input(target: string | undefined, tag: string) {
    return { order: order(target, tag), quote, serviceName: 'Sample', createdAt: this.#world.now }
  }

  /** The person looks at the upstream, and says nothing that is not certain. */
  #answer({ id, life }: OrderRecord, choice: number): void {
    const taken = this.#upstream.taken.find(({ tag }) => tag === id)
    const isCertain =
      life.state === 'unknown' && this.#world.now >= life.since + settleMs && !this.#upstream.mayStillTake(id)
    const said =
      taken === undefined
        ? ({ kind: isCertain ? 'not_placed' : 'not_yet_known' } as const)
        : ({ kind: 'placed', orderId: taken.orderId } as const)
    this.#watch(this.#window(choice).answer(id, said))
  }

  #seeStatuses(choice: number): void {
    const numbers = [...this.#records.values()].flatMap(record => orderIdOf(record) ?? [])
    const sender = this.#upstream.senderFor({ name: 'poll', isAlive: true }, () => this.#nextFate())
    const { outbox } = this.#windows[choice % this.#windows.length] ?? {}
    this.#watch(sender.statuses(numbers).then(statuses => outbox?.seeStatuses(accountId, statuses)))
  }

  #unknown(): readonly OrderRecord[] {
    return [...this.#records.values()].filter(({ life }) => life.state === 'unknown')
  }

  #window(choice: number): Outbox {
    const window = pick(this.#windows, choice)
    if (window === undefined) throw new Error('there is no window')
    return window.outbox
  }

  #nextFate(): Fate {
    this.#fates += 1
    return pick(this.#plan.fates, this.#fates) ?? 'accepted'
  }

  /** What rejects has to do so by a fault of the campaign's. */
  #watch(promise: Promise<unknown> | undefined): void {
    promise?.catch((error: unknown) => {
      const isMade =
        error instanceof InjectedFailure ||
        (error instanceof TypeError && error.message === 'the sender broke')
      if (!isMade) this.#unexpected = error
    })
  }
}

function order(target: string | undefined, tag: string | undefined) {
  return { serviceId: '3', target, quantity: '1000', drip: false, params: tag === undefined ? {} : { tag } }
}

function pick<T>(items: readonly T[], choice: number): T | undefined {
  return items[choice % Math.max(1, items.length)]
}

function expectTo(holds: boolean, otherwise: string): void {
  if (!holds) throw new Violation(otherwise)
}
