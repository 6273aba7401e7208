/** Why nothing left this machine. */
export const notSentCodes = [
  /** The caller's `signal` had aborted already. */
  'aborted',
  /** The deadline passed while no connection was made. */
  'timeout',
  /** The browser says that it is offline. */
  'offline',
  /** The host's name has no address. */
  'dns',
  /** Nobody listens there. */
  'connection_refused',
  /** No connection in time, or no way to the host. */
  'connect_failed',
  /** The server's certificate is not trusted. */
  'certificate',
  /** The service asks for a field that is the protocol's own. */
  'reserved_field',
  /** No order can have this id. */
  'impossible_id',
  /** The `fetch` that was handed in did not begin: a `NotSentError`. */
  'not_begun',
  /** None of the others. */
  'unexpected',
] as const

/** Why it is not known what became of a request that was sent. */
export const unknownCodes = [
  /** The caller's `signal` ended it. */
  'aborted',
  /** No whole answer came in time. */
  'timeout',
  /** The server reset or closed the connection. */
  'connection_reset',
  /** The connection failed in another way, or a browser does not tell how. */
  'connection_lost',
  /** A redirect, which is not followed. */
  'redirected',
  /** Longer than is read. */
  'answer_too_long',
  /** HTTP 500 or more, whatever came with it. */
  'http_5xx',
  /** Nothing, a web page, or something else that is no JSON. */
  'unreadable_answer',
  /** JSON without a believable number of an order. */
  'no_order_id',
  /** A number of an order together with an error. */
  'contradictory_answer',
  /** An answer that does not say what became of this order. */
  'no_outcome',
  /** None of the others. */
  'unexpected',
] as const

export type NotSentCode = (typeof notSentCodes)[number]
export type UnknownCode = (typeof unknownCodes)[number]
export type OutcomeCode = NotSentCode | UnknownCode
