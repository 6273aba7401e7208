export { createLockedStore, type PlainStore } from './adapters/locked-store.ts'
export { createMemoryLock } from './adapters/memory-lock.ts'
export { createMemoryPaces } from './adapters/memory-paces.ts'
export { createMemoryStore } from './adapters/memory-store.ts'
export { createWebLock, type WebLocks } from './adapters/web-lock.ts'
export {
  type AccountLimits,
  type CapName,
  type Caps,
  capNames,
  isInCurrency,
  type Limits,
  limitsOf,
  noLimits,
} from './limits/caps.ts'
export {
  checkLimits,
  type LimitCandidate,
  type LimitContext,
  type LimitIssue,
} from './limits/check-limits.ts'
export { addToCounter, type CountedCaps, type CounterScope, counterLimits } from './limits/counters.ts'
export { currencyName, isOneCurrency } from './limits/currency.ts'
export { duplicateWindow, findDuplicates } from './limits/duplicates.ts'
export { type JudgeContext, judgeLimits } from './limits/judge-limits.ts'
export { mergeLimits } from './limits/merge-limits.ts'
export { type Spent, type SpentContext, type SpentText, spentBy, spentThrough } from './limits/spent.ts'
export { type AskedApart, askApart } from './polling/ask-apart.ts'
export {
  backOffBounds,
  backOffMs,
  type Failure,
  pollIntervalBounds,
  pollIntervalMs,
} from './polling/intervals.ts'
export { createDraft, type DraftInput } from './record/create-draft.ts'
export { type FinalAmounts, finalAmounts, type Pieces, spentOf } from './record/final-amounts.ts'
export {
  foundOrderSchema,
  orderParamsSchema,
  preparedOrderSchema,
  upstreamMessagesSchema,
} from './record/order-schemas.ts'
export { fingerprintOf, isSameOrder, type OrderSignature, orderIdOf, signatureOf } from './record/record.ts'
export type {
  Confirmation,
  HistoryEntry,
  NotSentReason,
  OrderRecord,
  OrderState,
  OrderStateName,
  UnknownReason,
  UnknownState,
} from './record/record-schema.ts'
export { orderRecordSchema, unresolvedStates } from './record/record-schema.ts'
export { type Balances, type ComparedBalances, compareBalances } from './resolve/compare-balances.ts'
export {
  type LookUpResult,
  type MatchContext,
  matchListedOrders,
} from './resolve/match-listed-orders.ts'
export { findPossibleDuplicates, type PossibleDuplicate } from './resolve/possible-duplicates.ts'
export { defaultSettleMs, defaultToleranceMs, lastLookMs, reconsideredMs } from './resolve/timing.ts'
export type { Check, ConfirmResult } from './runner/accept.ts'
export { type Advanced, changeBy, type Happening, tell } from './runner/advance.ts'
export type { Answer } from './runner/answer.ts'
export { createOutbox, type Outbox } from './runner/create-outbox.ts'
export { type Delivery, deliverEvents } from './runner/deliver-events.ts'
export type { PollResult } from './runner/poll-due.ts'
export { orderLock } from './runner/pool.ts'
export {
  type AcceptRequest,
  type AcceptView,
  type Change,
  type Clock,
  type CounterChange,
  type CounterLimit,
  type EventCursors,
  type EventLog,
  listMatching,
  matchesFilter,
  type NamedLock,
  type OrderFilter,
  type OrderStore,
  type OutboxPorts,
  type Pace,
  type PaceStore,
  type Pacing,
  type RecordChange,
  type Sender,
  type StoredEvent,
  type Turn,
} from './runner/ports.ts'
export { type AfterSending, afterSending, unexpectedOutcome } from './runner/send.ts'
export { dueEffects, type Effect, type Topic } from './state-machine/effects.ts'
export type { EventKind, OrderEvent, PersonSaid } from './state-machine/events.ts'
export { type NextTryInput, type NextTryResult, nextTry, whyNotAgain } from './state-machine/next-try.ts'
export type { TransitionRejection, TransitionRejectionCode } from './state-machine/rejection.ts'
export { type Step, transition } from './state-machine/transition.ts'
export { describeBalances } from './text/balances-text.ts'
export { describeDuplicate, describePossibleDuplicate } from './text/duplicate-text.ts'
export { describeLimitIssue, type LimitWords } from './text/limit-text.ts'
export { describeMoney, type MoneyWords } from './text/money-text.ts'
export { describeRejection } from './text/rejection-text.ts'
export { describeState, type StateWords } from './text/state-text.ts'
