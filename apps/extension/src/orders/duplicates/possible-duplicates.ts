import { type ReadonlySignal, signal } from '@preact/signals'
import * as v from 'valibot'
import { ownValue } from '../../platform/own-value.ts'
import { type StorageItem, storageItem } from '../../platform/storage-item.ts'

/** An order of an upstream's that the journal does not have, and the record that it looks like a double of. */
export interface StoredStray {
  /** The upstream's number. */
  readonly orderId: string
  readonly recordId: string
  /** The person knows of it. */
  readonly isKnown: boolean
}

const straySchema: v.GenericSchema<unknown, StoredStray> = v.object({
  orderId: v.string(),
  recordId: v.string(),
  isKnown: v.boolean(),
})

/** As they were last seen, by the account's id. */
export const straysItem: StorageItem<Record<string, readonly StoredStray[]>> = storageItem({
  key: 'strays',
  schema: v.record(v.string(), v.array(straySchema)),
  fallback: {},
})

/** The person knows of the order: it is not shown again. */
export async function settleStray(accountId: string, orderId: string): Promise<void> {
  await straysItem.update(strays => ({
    ...strays,
    [accountId]: (ownValue(strays, accountId) ?? []).map(stray =>
      stray.orderId === orderId ? { ...stray, isKnown: true } : stray,
    ),
  }))
}

export async function forgetStrays(accountId: string): Promise<void> {
  if (!Object.hasOwn(await straysItem.get(), accountId)) return
  await straysItem.update(({ [accountId]: _, ...others }) => others)
}

/** The upstreams' orders that the journal does not have, by the account's id, as they become until `end`. */
export async function openStrays(
  end: AbortSignal,
): Promise<ReadonlySignal<Readonly<Record<string, readonly StoredStray[]>>>> {
  const strays = signal<Readonly<Record<string, readonly StoredStray[]>>>({})
  straysItem.watch(value => {
    strays.value = value
  }, end)
  strays.value = await straysItem.get()
  return strays
}
