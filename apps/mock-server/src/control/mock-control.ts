import type { Problem, Service } from '@orderwright/core'
import type { Clock } from '../clock.ts'
import type { FaultPlans } from '../faults/fault-plans.ts'
import type { Journal } from '../journal/journal.ts'
import type { UpstreamKind } from '../upstream/accounts.ts'
import type { LifeRules } from '../upstream/life-rules.ts'
import { resetState, type UpstreamState } from '../upstream/upstream-state.ts'
import { type AccountsControl, createAccountsControl } from './accounts-control.ts'
import { createOrdersControl, type OrdersControl } from './orders-control.ts'
import { createRefillsControl, type RefillsControl } from './refills-control.ts'

/** What a test holds of a server. */
export interface MockControl {
  readonly clock: Clock
  readonly accounts: AccountsControl
  /** How the orders to come go. */
  readonly lives: Pick<LifeRules, 'add' | 'list' | 'clear'>
  readonly orders: OrdersControl
  readonly refills: RefillsControl
  readonly catalogue: CatalogueControl
  readonly faults: Pick<FaultPlans, 'add' | 'list' | 'clear'>
  readonly journal: Pick<Journal, 'list' | 'find' | 'count' | 'verify' | 'waitFor' | 'subscribe' | 'clear'>
  /**
   * Back to the start: the clock, the accounts and catalogues of the options, the scenario, no orders, refills, other faults or journal.
   * Requests that are held are let go, and carried out afterwards.
   */
  reset(): void
}

export interface CatalogueControl {
  /** The services as the core reads them. */
  services(upstream: UpstreamKind): readonly Service[]
  /** The catalogue's defects as the core reports them. */
  problems(upstream: UpstreamKind): readonly Problem[]
  /** Orders taken before keep the service that they were placed with. */
  replace(upstream: UpstreamKind, body: unknown): void
}

/** @param begin puts what a server begins with into one that has nothing */
export function createControl(
  state: UpstreamState,
  faults: FaultPlans,
  journal: Journal,
  begin: () => void,
): MockControl {
  return {
    clock: state.clock,
    accounts: createAccountsControl(state),
    lives: state.lives,
    orders: createOrdersControl(state),
    refills: createRefillsControl(state),
    catalogue: {
      services: upstream => state.catalogues[upstream].list(),
      problems: upstream => state.catalogues[upstream].problems(),
      replace: (upstream, body) => state.catalogues[upstream].replace(body),
    },
    faults,
    journal,
    reset() {
      faults.clear()
      journal.reset()
      resetState(state)
      begin()
    },
  }
}
