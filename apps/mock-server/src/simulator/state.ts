import type { UpstreamKind } from '@orderwright/core'
import type { ServerClock } from '../clock/clock.ts'
import type { Scheduler } from '../clock/scheduler.ts'
import type { Accounts } from './accounts.ts'
import type { BehaviourRules } from './behaviour-rules.ts'
import type { Catalogue } from './catalogue.ts'
import type { OrderBook } from './order-book.ts'
import type { RefillBook } from './refills.ts'

/** All that a server knows: held by the instance, shared by the APIs that it plays. */
export interface SimulatorState {
  readonly clock: ServerClock
  readonly seed: string
  /** Is told whenever anything of this has become different. */
  readonly onChange: () => void
  readonly accounts: Accounts
  readonly scheduler: Scheduler
  readonly behaviours: BehaviourRules
  readonly orders: OrderBook
  readonly refills: RefillBook
  readonly catalogues: Readonly<Record<UpstreamKind, Catalogue>>
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
