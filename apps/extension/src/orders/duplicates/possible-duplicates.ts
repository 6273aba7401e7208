import { type ReadonlySignal, signal } from '@preact/signals'
import * as v from 'valibot'
import { ownValue } from '../../platform/own-value.ts'
import { type StorageItem, storageItem } from '../../platform/storage-item.ts'

/** An order of an upstream that the history does not have, and the record that it may duplicate. */
export interface StoredDuplicate {
  /** The upstream's number. */
  readonly orderId: string
  readonly recordId: string
  /** The person knows of it. */
  readonly isKnown: boolean
}

const duplicateSchema: v.GenericSchema<unknown, StoredDuplicate> = v.object({
  orderId: v.string(),
  recordId: v.string(),
  isKnown: v.boolean(),
})

/** As they were last seen, by the account's id. */
export const possibleDuplicatesItem: StorageItem<Record<string, readonly StoredDuplicate[]>> = storageItem({
  key: 'possibleDuplicates',
  schema: v.record(v.string(), v.array(duplicateSchema)),
  fallback: {},
})

/** Stores that the person knows of the order, so that it is not shown again. */
export async function acknowledgeDuplicate(accountId: string, orderId: string): Promise<void> {
  await possibleDuplicatesItem.update(duplicates => ({
    ...duplicates,
    [accountId]: (ownValue(duplicates, accountId) ?? []).map(duplicate =>
      duplicate.orderId === orderId ? { ...duplicate, isKnown: true } : duplicate,
    ),
  }))
}

export async function forgetPossibleDuplicates(accountId: string): Promise<void> {
  if (!Object.hasOwn(await possibleDuplicatesItem.get(), accountId)) return
  await possibleDuplicatesItem.update(({ [accountId]: _, ...others }) => others)
}

/** Opens the possible duplicates by the account's id, kept up to date until `end`. */
export async function openPossibleDuplicates(
  end: AbortSignal,
): Promise<ReadonlySignal<Readonly<Record<string, readonly StoredDuplicate[]>>>> {
  const duplicates = signal<Readonly<Record<string, readonly StoredDuplicate[]>>>({})
  possibleDuplicatesItem.watch(value => {
    duplicates.value = value
  }, end)
  duplicates.value = await possibleDuplicatesItem.get()
  return duplicates
}
