export type { AccountsControl } from './admin/handle/accounts.ts'
export type { CatalogueControl, MockControl } from './admin/handle/mock-control.ts'
export type { OrderView } from './admin/handle/order-view.ts'
export type { OrdersControl } from './admin/handle/orders.ts'
export type { RefillsControl, RefillView } from './admin/handle/refills.ts'
export type { Clock, ClockOptions } from './clock/clock.ts'
export type { Duration } from './clock/duration.ts'
export type { WaitOptions } from './clock/waits.ts'
export type { FaultHandle } from './faults/active-fault.ts'
export type { BrokenAnswerName } from './faults/broken-answers.ts'
export type { DelayName } from './faults/delays.ts'
export type { FaultPlans } from './faults/fault-plans.ts'
export type { AppliedFault } from './faults/injection.ts'
export type { LimitName } from './faults/limits.ts'
export type { FaultPlan } from './faults/plan.ts'
export type { FaultName } from './faults/registry.ts'
export type { RewriteName } from './faults/rewritten-answers.ts'
export type { FaultSettings } from './faults/settings.ts'
export type { Fixture } from './fixtures/fixture.ts'
export type { LogEntry } from './request-log/entry.ts'
export type { LogQuery } from './request-log/query.ts'
export type { RequestLog } from './request-log/request-log.ts'
export { type ExpectedCount, VerificationError } from './request-log/verify.ts'
export {
  createMockServer,
  type MockServer,
  type MockServerOptions,
  mockPanelKey,
  mockQqtubeKey,
} from './server.ts'
export type { Account, AccountOptions } from './simulator/accounts.ts'
export type { AnyBehaviourText, BehaviourText } from './simulator/behaviour.ts'
export type { BehaviourRule, BehaviourRules } from './simulator/behaviour-rules.ts'
export type { OrderState } from './simulator/order.ts'
