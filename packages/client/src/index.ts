export { HttpStatusError, RefusedError, UnreadableError } from './errors/answer-errors.ts'
export {
  type NotSentCode,
  notSentCodes,
  type OutcomeCode,
  type UnknownCode,
  unknownCodes,
} from './errors/outcome-code.ts'
export {
  AbortedError,
  NetworkError,
  NotSentError,
  RedirectedError,
  TimeoutError,
} from './errors/request-errors.ts'
export {
  type AnyUpstreamError,
  isUpstreamError,
  UpstreamError,
  type UpstreamErrorDetails,
  type UpstreamErrorKind,
} from './errors/upstream-error.ts'
export { type Rejection, rejectionOf } from './messages/rejection.ts'
export type { RejectionKind } from './messages/rejection-words.ts'
export type { UpstreamMessage } from './messages/upstream-message.ts'
export { createPanelClient, type PanelClient, type PanelClientOptions } from './panel/create-panel-client.ts'
export type { QqtubeAccepted, QqtubeOutcome } from './qqtube/add.ts'
export { createQqtubeClient, type QqtubeClient } from './qqtube/create-qqtube-client.ts'
export type { SubmissionStats, SubmissionStatus } from './qqtube/stats.ts'
export type { SubmissionPagesQuery } from './qqtube/submission-pages.ts'
export type { Submission, SubmissionsQuery } from './qqtube/submissions.ts'
export type { CallOptions } from './transport/deadline.ts'
export type { Fetch, FetchResponse } from './transport/exchange.ts'
export type { ClientOptions, RetryOptions } from './transport/options.ts'
export { hasRefusedPort } from './transport/options.ts'
export type { AcceptedOutcome, FailedOutcome, Outcome, TakenOutcome } from './transport/outcome.ts'
export type {
  FoundOrder,
  ListedOrder,
  MissingOrder,
  OrderStatus,
  RefusedOrder,
  Subscription,
  UpstreamStatus,
} from './upstream/order-status.ts'
export type {
  AcceptedRefill,
  CancelOutcome,
  FailedItemOutcome,
  FoundRefill,
  MissingRefill,
  RefillOutcome,
  RefillState,
  RefillStatus,
  RefusedRefill,
} from './upstream/refill.ts'
export type { Balance, Capabilities, ListBounds, OrdersOptions, Upstream } from './upstream/upstream.ts'
