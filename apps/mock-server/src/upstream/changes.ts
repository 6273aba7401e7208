import type { Account } from './accounts.ts'
import type { Order } from './order.ts'
import type { Refill } from './refill-book.ts'

/** Is told of whatever becomes different in a server, so that it can be kept. */
export interface Changes {
  account(account: Account): void
  order(order: Order): void
  refill(refill: Refill): void
  clock(): void
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
  reset: () => undefined,
  together: work => work(),
}
