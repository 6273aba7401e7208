export { createLockedStore, type PlainStore } from './adapters/locked-store.ts'
export { matchesFilter } from './adapters/matches-filter.ts'
export { createMemoryLock } from './adapters/memory-lock.ts'
export { createMemoryStore } from './adapters/memory-store.ts'
export { createWebLock, type WebLocks } from './adapters/web-lock.ts'
export { describeBalances } from './describe/describe-balances.ts'
export { describeBreach } from './describe/describe-breach.ts'
export { describeDuplicate } from './describe/describe-duplicate.ts'
export { describeLife, type LifeWords } from './describe/describe-life.ts'
export { describeMoney, type MoneyWords } from './describe/describe-money.ts'
export { describeStray } from './describe/describe-stray.ts'
export { findDuplicates } from './find-duplicates.ts'
export { dueEffects, type Effect, type Topic } from './life/effect.ts'
export type { EventKind, LifeEvent, PersonSaid } from './life/event.ts'
export { describeHindrance, type Hindrance, type HindranceCode } from './life/hindrance.ts'
export { type Step, transition } from './life/transition.ts'
export { findStrays, type Stray } from './look-up/find-strays.ts'
export {
  type LookUpResult,
  type MatchContext,
  matchListedOrders,
} from './look-up/match-listed-orders.ts'
export { defaultSettleMs, defaultToleranceMs, lastLookMs, reconsideredMs } from './look-up/timing.ts'
export { type Balances, type WeighedBalances, weighBalances } from './look-up/weigh-balances.ts'
export { type Breach, type Caps, checkLimits, type LimitContext } from './money/check-limits.ts'
export { type FinalAmounts, finalAmounts, type Pieces, spentOf } from './money/final-amounts.ts'
export { type Spent, spentBy } from './money/spent.ts'
export { createDraft, type DraftInput } from './record/create-draft.ts'
export type { HistoryEntry } from './record/history.ts'
export { isSameOrder, type OrderSignature } from './record/is-same-order.ts'
export type { Life, LifeState, NotSentReason, UnknownReason } from './record/life.ts'
export { type NextTryInput, type NextTryResult, nextTry, whyNotAgain } from './record/next-try.ts'
export { type Confirmation, type OrderRecord, orderIdOf } from './record/order-record.ts'
export type { Advanced } from './runner/advance.ts'
export type { Answer } from './runner/answer.ts'
export type { Check, ConfirmResult } from './runner/confirm.ts'
export { createOutbox, type Outbox } from './runner/create-outbox.ts'
export type {
  Change,
  Clock,
  NamedLock,
  OrderFilter,
  OrderStore,
  OutboxPorts,
  RecordChange,
  Sender,
} from './runner/ports.ts'
