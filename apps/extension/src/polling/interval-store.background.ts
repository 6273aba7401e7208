import { isUpstreamError } from '@orderwright/client'
import * as v from 'valibot'
import { ownValue } from '../platform/own-value.ts'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'
import {
  type AccountPace,
  afterAnswer,
  afterFailure,
  freshPace,
  paceAt,
  withOnly,
} from './account-interval.ts'

interface Asked {
  readonly key: string
}

export async function paceOf(accountId: string): Promise<AccountPace> {
  const paces = await accountPacesItem.get()
  return paceAt(ownValue(paces, accountId) ?? freshPace, Date.now())
}

/** Its questions about these were answered. */
export async function noteAnswer(accountId: string, asked: readonly Asked[]): Promise<void> {
  const keys = asked.map(({ key }) => key)
  await changePace(accountId, pace => afterAnswer(pace, keys, Date.now()))
}

/** It could not be asked. */
export async function noteFailure(accountId: string, error: unknown): Promise<void> {
  const retryAfterMs = isUpstreamError(error) ? error.retryAfterMs : undefined
  await changePace(accountId, pace => afterFailure(pace, { retryAfterMs, random: Math.random() }, Date.now()))
}

/** No more than these is followed there. */
export async function forgetOthers(accountId: string, followed: readonly Asked[]): Promise<void> {
  const keys = new Set(followed.map(({ key }) => key))
  await changePace(accountId, pace => withOnly(pace, keys))
}

export async function forgetPace(accountId: string): Promise<void> {
  if (!Object.hasOwn(await accountPacesItem.get(), accountId)) return
  await accountPacesItem.update(({ [accountId]: _, ...others }) => others)
}

async function changePace(accountId: string, change: (pace: AccountPace) => AccountPace): Promise<void> {
  await accountPacesItem.update(paces => ({
    ...paces,
    [accountId]: change(ownValue(paces, accountId) ?? freshPace),
  }))
}

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
