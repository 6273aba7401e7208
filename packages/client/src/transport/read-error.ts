import { AbortedError } from '../errors/aborted-error.ts'
import { NetworkError } from '../errors/network-error.ts'
import { RedirectedError } from '../errors/redirected-error.ts'
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
  if (exchange.kind === 'redirected')
    return new RedirectedError(exchange.reason, { httpStatus: exchange.httpStatus })
  return new classes[exchange.cause](exchange.reason, { httpStatus: exchange.httpStatus })
}
