import { parseDecimal } from '@orderwright/core'
import { type Limits, noLimits } from '@orderwright/outbox'
import * as v from 'valibot'
import { listSetAside } from '../platform/set-aside.ts'
import { type StorageItem, storageItem } from '../platform/storage-item.ts'

const amount = v.pipe(
  v.string(),
  v.check(text => parseDecimal(text)?.isNegative() === false),
)
const cap = v.exactOptional(amount)

const limitsSchema: v.GenericSchema<unknown, Limits> = v.object({
  accounts: v.record(
    v.string(),
    v.object({
      currency: v.string(),
      caps: v.object({ perOrder: cap, perDay: cap, perAccount: cap }),
    }),
  ),
  duplicateMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})

/** What may be spent through each account, and for how long the same order is asked about. */
export const limitsItem: StorageItem<Limits> = storageItem({
  key: 'limits',
  schema: limitsSchema,
  fallback: noLimits,
})

/**
 * Returns whether limits were set, could not be read, and have not been set again. Without this, damage would lift
 * every limit in silence.
 */
export async function areLimitsUnreadable(): Promise<boolean> {
  await limitsItem.get()
  const names = await chrome.storage.local.getKeys()
  return !names.includes(limitsItem.key) && (await listSetAside()).some(({ key }) => key === limitsItem.key)
}
