import type { UpstreamKind } from '@orderwright/core'
import { type ClockOptions, createClock, type ServerClock } from '../clock/clock.ts'
import { createScheduler, type Scheduler } from '../clock/scheduler.ts'
import { type AccountOptions, type Accounts, createAccounts } from './accounts.ts'
import { type BehaviourRules, createBehaviourRules } from './behaviour-rules.ts'
import { type Catalogue, createCatalogue } from './catalogue.ts'
import { createOrderBook, type OrderBook } from './order-book.ts'
import { createServiceDraws, type ServiceDraws } from './random.ts'
import { createRefillBook, type RefillBook } from './refills.ts'

/** All that a server knows: held by the instance, shared by the APIs that it plays. */
export interface SimulatorState {
  readonly clock: ServerClock
  readonly seed: string
  readonly draws: ServiceDraws
  /** Is told whenever anything of this has become different. */
  readonly onChange: () => void
  readonly accounts: Accounts
  readonly scheduler: Scheduler
  readonly behaviours: BehaviourRules
  readonly orders: OrderBook
  readonly refills: RefillBook
  readonly catalogues: Readonly<Record<UpstreamKind, Catalogue>>
}

/** What a simulator begins with. */
export interface SimulatorSettings {
  readonly clock?: ClockOptions | undefined
  /** Default: `orderwright`. */
  readonly seed?: string | undefined
  readonly accounts: readonly AccountOptions[]
  /** How orders go that no rule matches. Default: `timed`. */
  readonly behaviour?: string | undefined
  /** A services answer of each API, as text or parsed. */
  readonly services: Readonly<Record<UpstreamKind, unknown>>
  readonly onChange?: (() => void) | undefined
}

/**
 * Returns the state of a server that nobody has asked anything yet.
 * @throws RangeError for an account, a clock or a behaviour that cannot be
 */
export function createSimulator({
  clock,
  seed = 'orderwright',
  accounts,
  behaviour = 'timed',
  services,
  onChange = () => undefined,
}: SimulatorSettings): SimulatorState {
  return {
    clock: createClock(clock, onChange),
    seed,
    draws: createServiceDraws(seed),
    onChange,
    accounts: createAccounts(accounts, onChange),
    scheduler: createScheduler(),
    behaviours: createBehaviourRules(behaviour, onChange),
    orders: createOrderBook(),
    refills: createRefillBook(),
    catalogues: {
      qqtube: createCatalogue('qqtube', services.qqtube, onChange),
      panel: createCatalogue('panel', services.panel, onChange),
    },
  }
}

/** The time, once all that was due by then has happened: whoever reads a balance or an order asks this first. */
export function runDueEvents({ clock, scheduler }: SimulatorState): number {
  const now = clock.now()
  scheduler.runUntil(now)
  return now
}

/** Back to the start, in place: whoever holds a part of the state goes on holding it. */
export function resetState({
  clock,
  scheduler,
  behaviours,
  orders,
  refills,
  accounts,
  catalogues,
  onChange,
}: SimulatorState): void {
  clock.reset()
  scheduler.clear()
  behaviours.clear()
  orders.clear()
  refills.clear()
  accounts.reset()
  catalogues.qqtube.reset()
  catalogues.panel.reset()
  onChange()
}
