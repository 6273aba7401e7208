import { NetworkError } from '../errors/network-error.ts'
import { RedirectedError } from '../errors/redirected-error.ts'
import { AbortedError } from '../errors/request-errors.ts'
import { TimeoutError } from '../errors/timeout-error.ts'
import { UnreadableError } from '../errors/unreadable-error.ts'
import type { UpstreamError } from '../errors/upstream-error.ts'
import type { Broken, Redirected } from './exchange.ts'

const classes = {
  network: NetworkError,
  timeout: TimeoutError,
  aborted: AbortedError,
  too_long: UnreadableError,
} as const satisfies Record<Broken['cause'], unknown>

/** The error of a read whose answer did not come through. */
export function readError(exchange: Broken | Redirected): UpstreamError {
  const { httpStatus, code, reason } = exchange
  if (exchange.kind === 'redirected') return new RedirectedError(reason, { httpStatus, code })
  return new classes[exchange.cause](reason, { httpStatus, code })
}
