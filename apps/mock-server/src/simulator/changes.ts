import type { UpstreamKind } from '@orderwright/core'
import type { Account } from './accounts.ts'
import type { Order } from './order.ts'
import type { Refill } from './refills.ts'

/** Is told of whatever becomes different in a server, so that it can be kept. */
export interface Changes {
  account(account: Account): void
  order(order: Order): void
  refill(refill: Refill): void
  clock(): void
  /** The fault plans, or what they have counted. */
  faults(): void
  /** The rules for lives, or what they have counted. */
  lives(): void
  /** Which catalogue an API has. */
  catalogue(upstream: UpstreamKind): void
  /** Everything is as it was at the start. */
  reset(): void
  /** Does work whose changes are kept all together or not at all, before it returns. */
  together<Result>(work: () => Result): Result
}

/** For a server whose state ends with it. */
export const keepNothing: Changes = {
  account: () => undefined,
  order: () => undefined,
  refill: () => undefined,
  clock: () => undefined,
  faults: () => undefined,
  lives: () => undefined,
  catalogue: () => undefined,
  reset: () => undefined,
  together: work => work(),
}
