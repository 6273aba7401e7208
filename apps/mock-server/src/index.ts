export type { Clock, ClockOptions } from './clock.ts'
export type { AccountsControl } from './control/accounts-control.ts'
export type { CatalogueControl, MockControl } from './control/mock-control.ts'
export type { OrderView } from './control/order-view.ts'
export type { OrdersControl } from './control/orders-control.ts'
export type { RefillsControl, RefillView } from './control/refills-control.ts'
export {
  createMockServer,
  type MockServer,
  type MockServerOptions,
  mockPanelKey,
  mockQqtubeKey,
} from './create-mock-server.ts'
export type { Duration } from './duration.ts'
export type { FaultHandle } from './faults/active-fault.ts'
export type { AnyFaultName } from './faults/all-faults.ts'
export type { DelayName } from './faults/delay-strategies.ts'
export type { FaultPlan, FaultSettings } from './faults/fault-plan.ts'
export type { FaultPlans } from './faults/fault-plans.ts'
export type { FaultName } from './faults/fault-strategies.ts'
export type { LimitName } from './faults/limit-strategies.ts'
export type { RewriteName } from './faults/rewrite-strategies.ts'
export type { StruckBy } from './faults/strike.ts'
export type { Journal, JournalEntry } from './journal/journal.ts'
export type { JournalQuery } from './journal/journal-query.ts'
export { type ExpectedCount, VerificationError } from './journal/verify.ts'
export type { Scenario } from './scenario.ts'
export type { Account, AccountOptions } from './upstream/accounts.ts'
export type { AnyLifeText, LifeText } from './upstream/life.ts'
export type { LifeRule, LifeRules } from './upstream/life-rules.ts'
export type { OrderState } from './upstream/order.ts'
export type { WaitOptions } from './waits.ts'
