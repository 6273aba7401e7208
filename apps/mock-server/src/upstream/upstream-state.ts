import type { Clock } from '../clock.ts'
import type { Accounts, UpstreamKind } from './accounts.ts'
import type { Catalogue } from './catalogue.ts'
import type { OrderBook } from './order-book.ts'

/** All that a server knows: held by the instance, shared by the APIs that it plays. */
export interface UpstreamState {
  readonly clock: Clock
  readonly seed: string
  readonly accounts: Accounts
  readonly orders: OrderBook
  readonly catalogues: Readonly<Record<UpstreamKind, Catalogue>>
}
