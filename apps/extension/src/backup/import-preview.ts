import type { ImportChange } from './import-change.ts'
import type { JoinedOrders } from './merge-orders.ts'

/** What an import would do, or has done. */
export interface ImportPreview {
  /** All that changes beside the orders. */
  readonly changes: readonly ImportChange[]
  readonly orders: Omit<JoinedOrders, 'changed'>
  /** The names of accounts that are here already, and stay as they are. */
  readonly keptAccounts: readonly string[]
  /** The names of accounts that cannot be used, such as for their address. */
  readonly refusedAccounts: readonly string[]
  /** What the accounts are called that the changes name, by id. */
  readonly accountNames: readonly (readonly [id: string, name: string])[]
  /** Changes with all of the above: what is imported is what was shown. */
  readonly digest: string
}
