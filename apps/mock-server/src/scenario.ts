import type { FaultPlan } from './faults/fault-plan.ts'
import type { FaultPlans } from './faults/fault-plans.ts'
import type { AccountOptions } from './upstream/accounts.ts'
import type { LifeRule, LifeRules } from './upstream/life-rules.ts'

/** What is to happen on a server from its start on, and again from each reset on: plain data, such as a JSON file holds. */
export interface Scenario {
  /** Beside those of the options. */
  readonly accounts?: readonly AccountOptions[] | undefined
  readonly lives?: readonly LifeRule[] | undefined
  readonly faults?: readonly FaultPlan[] | undefined
}

/** @throws RangeError as `lives.add` and `faults.add` do */
export function beginScenario(
  { lives = [], faults = [] }: Scenario,
  onto: { readonly lives: Pick<LifeRules, 'add'>; readonly faults: Pick<FaultPlans, 'add'> },
): void {
  for (const rule of lives) onto.lives.add(rule)
  for (const plan of faults) onto.faults.add(plan)
}
