import * as v from 'valibot'
import type { AccountPace } from '../tracking/account-pace.ts'
import { type StorageItem, storageItem } from './storage-item.ts'

const paceSchema: v.GenericSchema<unknown, AccountPace> = v.object({
  failures: v.number(),
  failedAt: v.optional(v.number(), 0),
  notBefore: v.number(),
  closedUntil: v.number(),
  askedAt: v.record(v.string(), v.number()),
})

/** How each account's upstream was asked about its orders, by the account's id. */
export const accountPacesItem: StorageItem<Record<string, AccountPace>> = storageItem({
  key: 'accountPaces',
  schema: v.record(v.string(), paceSchema),
  fallback: {},
})
