import * as v from 'valibot'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import type { Account } from './account.ts'
import { upstreamKinds } from './upstream-kinds.ts'

export interface Balance {
  /** A decimal string. */
  readonly amount: string
  /** ISO 4217, or what the upstream calls it. */
  readonly currency: string
  /** ISO 8601. */
  readonly at: string
}

const balanceSchema: v.GenericSchema<unknown, Balance> = v.object({
  amount: v.string(),
  currency: v.string(),
  at: v.string(),
})

/** The last known balance of each account, by its id. */
export const balancesItem: StorageItem<Record<string, Balance>> = storageItem({
  key: 'balances',
  schema: v.record(v.string(), balanceSchema),
  fallback: {},
})

/**
 * Returns an account's currency: its ISO 4217 code, or what the upstream calls it. It is blank until an upstream that
 * names its own has done so.
 */
export function currencyOf(account: Account, balance: Pick<Balance, 'currency'> | undefined): string {
  return balance?.currency ?? upstreamKinds[account.kind].currency
}
